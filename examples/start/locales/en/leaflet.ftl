# The words of the leaflet. A line is a name, =, and a paragraph; the names are those of polyleaf.toml.
# Write your own after each =. Keep what stands in { } and in < >: <strong> is what the eye should find first.

## Cover

cover-title = A warm meal for everybody
cover-subtitle = Come as you are, and sit down with us
cover-byline = <strong>{ $organisation }</strong>, cooked by neighbours

## The promise

promise-heading = Our promise
promise-text = We do not ask who you are or where you come from. There is a chair for you, and a second helping.
promise-by = Everybody who cooks here

## Opening hours

hours-heading = When we cook
hours-text = You need no ticket. Food is ready at these times, and you can stay as long as you like.
hours-noon = <strong>Monday to Friday,</strong> noon to 2 p.m.
hours-evening = <strong>Thursday</strong> also from 6 to 8 p.m.
hours-sunday = <strong>Sunday</strong> soup and bread, from 11 a.m.

## What it costs

cost-heading = What it costs
# $price (Number): dollars
cost-price =
    { $price ->
        [one] A meal is { $price } dollar, if you have it.
       *[other] A meal is { $price } dollars, if you have them.
    }
cost-nothing = If you have no money, you eat all the same. Nobody at the table knows who has paid.

## What there is to eat

food-heading = What we cook
food-soup = There is always a soup, a stew of beans or lentils, rice and bread, and something sweet. Nothing has pork in it, and one pot has no meat, milk or eggs at all.
food-know = A card beside each pot says what is in it. If there is something that you must not eat, ask us, and we show you what is safe for you. You can take food home in a box.

## How to help

help-heading = You can help, too
help-cook = Cook with us for a morning. You need not know how; somebody shows you.
help-bring = Bring what your garden has too much of, or clean jars with lids.
help-talk = Sit down beside somebody who eats alone.

## How to come

come-heading = How to come
come-door = Go in by the door beside the garden. It is open, and there are no stairs.
come-table = Take any free place. Somebody brings you a plate.
come-language = Say which language you speak. We look for somebody who speaks it, too.

## Contact

contact-heading = Call us
# $organisation (String): who hands the leaflet out
contact-text = { $organisation } answers from 9 a.m. Leave a message, and we call back.
# $phone, $email, $website (String): the contact, from polyleaf.toml
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
contact-email = <a data-l10n-name="email">{ $email }</a>
contact-website = <a data-l10n-name="website">{ $website }</a>
