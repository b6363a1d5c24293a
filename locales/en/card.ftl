# The wallet card: two sides of 88.9 × 50.8 mm.
#
# For translators: there is little room. No sentence should be longer than twelve words; each demand
# should fit one line. Use the words of factsheet.ftl for sex worker, migrant, raid and so on.
# The front speaks to a worker who may need help, the back to everybody.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this card out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

## Front: who we are, and where to ask for help

# The reader’s gender is not known; write around it where your language can.
card-help-heading = You are not alone
card-who = We are sex workers, migrants and non-migrants, with our allies.
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong> is here for Asian and migrant sex workers. Do you need help? Call or write to us: we do not judge.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = Stop the harm
card-act-recognise = Recognize that sex work is work.
card-act-peers = Support sex workers helping sex workers.
# PCEPA: the short form that factsheet.ftl uses in your language.
card-act-repeal = Repeal PCEPA: this law endangers lives.
card-act-raids = Stop raids, detentions and deportations.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
