# The wallet card: two sides of 88.9 × 50.8 mm. Spanish, in the words of factsheet.ftl: usted, “trata”,
# “personas trabajadoras sexuales”. The heading says “we are with you”, for “no está solo” would
# give the reader a gender. The demands ask the reader to press for them, as in the factsheet.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = Estamos con usted
card-who = Somos personas trabajadoras sexuales, migrantes o no, junto con personas aliadas.
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong> acompaña a personas trabajadoras sexuales asiáticas y migrantes. ¿Necesita ayuda? Llámenos o escríbanos: no juzgamos a nadie.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = Alto al daño
card-act-recognise = Reconozca que el trabajo sexual es trabajo.
card-act-peers = Apoye la ayuda mutua entre personas trabajadoras sexuales.
card-act-repeal = Exija que se derogue la PCEPA: esta ley pone vidas en peligro.
card-act-raids = Exija el fin de las redadas, detenciones y deportaciones.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
