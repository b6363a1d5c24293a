# The wallet card: two sides of 88.9 × 50.8 mm. Tagalog, in the words of factsheet.ftl:
# sex worker, raid, deport; polite plural (kayo, ninyo) for the reader.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = Hindi kayo nag-iisa
card-who = Mga sex worker kami, migrante man o hindi, kasama ang mga kaalyado.
# $organisation (String): who hands this card out
card-help = Nandito ang <strong>{ $organisation }</strong> para sa mga Asian at migranteng sex worker. Kailangan po ba ninyo ng tulong? Tumawag o mag-email po kayo sa amin: hindi kami nanghuhusga.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = Itigil ang pinsala
card-act-recognise = Kilalanin na trabaho ang sex work.
card-act-peers = Suportahan ang mga sex worker na nagtutulungan.
card-act-repeal = Ipawalang-bisa ang PCEPA: delikado sa buhay ang batas na ito.
card-act-raids = Itigil ang pag-raid, pagkukulong at pag-deport.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
