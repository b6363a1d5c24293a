# The wallet card: two sides of 88.9 × 50.8 mm. French (fr-CA), in the words of factsheet.ftl: vous, “traite”,
# “travailleuses et travailleurs du sexe”, then “TDS” (introduced in card-who).
# The heading says “you have our support”, for “vous n’êtes pas seul” would give the reader a gender.
# The demands ask the reader to press for them, as in the factsheet.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = Vous avez notre appui
card-who = Nous sommes des travailleuses et travailleurs du sexe (TDS), migrants ou non, avec des personnes alliées.
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong> est là pour les TDS asiatiques et migrants. Avez-vous besoin d’aide ? Appelez ou écrivez : nous ne jugeons personne.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = Halte aux torts
card-act-recognise = Reconnaissez que le travail du sexe est un travail.
card-act-peers = Soutenez l’entraide par et pour les TDS.
# PCEPA: the official French short form, LPCPVE.
card-act-repeal = Exigez l’abrogation de la LPCPVE : cette loi met des vies en danger.
card-act-raids = Exigez la fin des descentes, détentions et expulsions.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
