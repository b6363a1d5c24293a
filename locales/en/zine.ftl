# The mini-zine: eight pages of about 70 × 108 mm, one thought a page.
#
# For translators: a heading is two to five words, a page 25 to 40 words of English. Use the words of
# factsheet.ftl for sex worker, migrant, raid and so on; many sentences there are close to these.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this zine out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://
#
# The term -butterfly is defined in factsheet.ftl.

## Page 1: cover

zine-cover-title = Stop the harm done in the name of fighting human trafficking
zine-cover-subtitle = Stand up for sex workers’ rights, justice and dignity.

## Page 2: who we are

zine-who-heading = Who we are
zine-who-text = We are sex workers, migrants and non-migrants, with our organizations and allies. Sex work is not exploitation in itself, and not all migrant sex workers are trafficked.

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it where your language can.

zine-testimony-heading = One worker’s account
zine-testimony-text = Police raided the workplace, treating everyone as criminals. They took away a friend, who was sent home. They asked the worker: are you exploited? The answer was no. They ordered the worker out, threatening arrest for coming back to work.
zine-testimony-by = An Asian migrant sex worker in Ontario

## Page 4: what the law does

zine-law-heading = What the law does
# PCEPA: the established name in your language, then the full English name and its short form in parentheses.
zine-law-text = The law bars migrants from the sex industry, even those allowed to work in Canada. The <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA) makes most of everyday sex work a crime. It keeps co-workers and clients from helping.

## Page 5: what raids do

zine-raids-heading = What raids do
# The place, the year and the number are facts: keep them. The agency’s English name stands in parentheses where it fits.
zine-raids-text = Police and the Canada Border Services Agency raid in the name of fighting trafficking. They detain and deport racialized and migrant sex workers, even without evidence of trafficking. <strong>Ottawa, 2015: 11 women deported.</strong> Raids push people underground, away from help.

## Page 6: what campaigns get wrong

zine-campaigns-heading = What campaigns get wrong
zine-campaigns-text = Campaigns paint sex workers as victims. This denies that they make their own choices. Misleading messages and numbers raise fear, panic and racism. Exploitation exists in many industries. It does harm to call this trafficking only in sex work.

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = What you can do
zine-act-recognise = Recognize that sex work is work. End discrimination.
zine-act-peers = Support sex workers helping sex workers.
zine-act-repeal = Urge the federal government to repeal PCEPA.
zine-act-raids = Call on the government to stop raiding, detaining and deporting sex workers.
# Of the poster, in the place of zine-act-repeal: nothing else on that sheet says what PCEPA is.
poster-act-repeal = Urge the federal government to repeal PCEPA, the law that endangers sex workers.

## Page 8: contact

zine-contact-heading = Talk to us
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong> is here for Asian and migrant sex workers. Call or write to us.
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = Based on the factsheet by { -butterfly }.
