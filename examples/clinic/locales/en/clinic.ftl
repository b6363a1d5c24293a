# The clinic’s leaflet. One message is one whole paragraph; keep every number, tag and variable.
#
# Variables, from polyleaf.toml:
# $visits (Number): how many visits are free
# $wait (Number): how long people wait, in minutes
# $stops (Number): how many stops the bus goes from the station
# $bus (String): the bus line
# $organisation $phone $email $website (String): the clinic’s name and contact

-clinic = Harbour Street Clinic

## Cover

cover-title = Care for you, with or without papers
cover-subtitle = Doctors, nurses and a midwife who take their time
cover-byline = <strong>{ -clinic }</strong>, open to all since 1994

## The promise

promise-heading = Our promise
promise-text = We do not ask where you were born. We do not ask for papers. We do not tell anybody that you came.
promise-by = Everybody who works at { -clinic }

## Opening hours

hours-heading = When we are open
hours-weekdays = <strong>Monday to Friday,</strong> 9 a.m. to 5 p.m.
hours-evening = <strong>Wednesday</strong> until 8 p.m.
hours-closed = Closed on Saturday, Sunday and public holidays
# $wait (Number): minutes
hours-wait =
    { $wait ->
        [one] You can come without an appointment. Most people wait { $wait } minute.
       *[other] You can come without an appointment. Most people wait { $wait } minutes.
    }

## What it costs

cost-heading = What it costs
# $visits (Number): free visits
cost-first =
    { $visits ->
        [one] Your first visit costs nothing.
       *[other] Your first { $visits } visits cost nothing.
    }
cost-after = After that, pay what you can. If you cannot pay, you are welcome all the same.
cost-medicine = Many medicines are free. Ask at the desk before you buy any.

## What the clinic does

help-heading = What we do
help-ill = Illness, pain, wounds, tests
help-birth = Birth control, pregnancy and birth
help-talk = Somebody to talk to when life is too much

## How to come

come-heading = How to come
# $bus (String), $stops (Number)
come-bus =
    { $stops ->
        [one] Take bus { $bus } from the station. It is { $stops } stop.
       *[other] Take bus { $bus } from the station. It is { $stops } stops.
    }
come-door = Look for the <strong>green door</strong> at 18 Harbour Street. Ring once.
come-desk = Say at the desk which language you speak. We call an interpreter; it is free.
# Says what the map shows, for those who don’t see it.
# $bus (String)
come-way = Map of the way: from the station, bus { $bus } goes along Harbour Street; the clinic is the green door on the corner by the water.

## Contact

contact-heading = Call us
# $organisation (String): the clinic’s full name
contact-text = { $organisation } answers in English, Spanish and Chinese.
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
contact-email = <a data-l10n-name="email">{ $email }</a>
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

margin-draft = draft
