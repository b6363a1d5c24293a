# The wallet card: two sides of 88.9 × 50.8 mm. Spanish, in the words of factsheet.ftl: usted, “trata”,
# “personas trabajadoras sexuales”. The heading says “you have our support”, for “no está solo” would
# give the reader a gender. The demands ask the reader to press for them, as in the factsheet.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = Usted cuenta con nuestro apoyo
card-who = Somos personas trabajadoras sexuales, migrantes o no, con nuestra gente aliada.
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong> está aquí para las personas trabajadoras sexuales asiáticas y migrantes. ¿Necesita ayuda? Llámenos o escríbanos: no juzgamos a nadie.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, numbered

card-act-heading = Alto al daño
card-act-recognise = Reconozca que el trabajo sexual es trabajo.
card-act-peers = Apoye la ayuda dirigida por personas trabajadoras sexuales.
card-act-repeal = Exija que se derogue la PCEPA: esta ley pone vidas en peligro.
card-act-raids = Exija el fin de las redadas, detenciones y deportaciones.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
