# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Tagalog, in the words of factsheet.ftl:
# sex worker, raid, deport; laws and agencies keep their English names; polite plural (kayo, ninyo) for the reader.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = Itigil ang pinsalang ginagawa sa ngalan ng paglaban sa human trafficking
zine-cover-subtitle = Ipaglaban ang karapatan, hustisya at dignidad ng mga sex worker.

## Page 2: who we are

zine-who-heading = Sino kami
zine-who-text = Mga sex worker kami, migrante man o hindi, kasama ang aming mga organisasyon at kaalyado. Hindi pagsasamantala ang sex work mismo, at hindi lahat ng migranteng sex worker ay dumanas ng trafficking.

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known, and Tagalog need not show it.

zine-testimony-heading = Salaysay ng isang sex worker
zine-testimony-text = Ni-raid ng mga pulis ang lugar ng trabaho at itinuring na kriminal ang lahat. Dinampot nila ang isang kaibigan, na pinauwi sa sariling bansa. Tinanong nila ang sex worker: pinagsasamantalahan (exploited) ka ba? Ang sagot: hindi. Pinaalis siya at pinagbantaang aarestuhin kapag bumalik sa trabaho.
zine-testimony-by = Isang Asian na migranteng sex worker sa Ontario

## Page 4: what the law does

zine-law-heading = Ang ginagawa ng batas
# PCEPA: the English name, with the short form in parentheses.
zine-law-text = Pinagbabawalan ng batas ang mga migrante sa sex industry, kahit ang mga may pahintulot na magtrabaho sa Canada. Ginagawang krimen ng batas na <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA) ang karamihan sa mga karaniwang gawain sa sex work. Hinahadlangan nitong makatulong ang mga katrabaho at kliyente.

## Page 5: what raids do

zine-raids-heading = Ang ginagawa ng mga raid
# The place, the year and the number are facts: keep them.
zine-raids-text = Nagre-raid ang pulis at ang ahensya sa border na Canada Border Services Agency sa ngalan ng paglaban sa trafficking. Ikinukulong at dine-deport nila ang mga sex worker na migrante o hindi puti, kahit walang ebidensya ng trafficking. <strong>Ottawa, 2015: 11 babae ang na-deport.</strong> Dahil sa mga raid, napipilitang magtago ang mga tao, malayo sa tulong.

## Page 6: what campaigns get wrong

zine-campaigns-heading = Ang mali ng mga kampanya
zine-campaigns-text = Pinalalabas ng mga kampanya na biktima ang mga sex worker. Itinatanggi nitong sila ang nagpapasya para sa sarili. Nagpapatindi ng takot, panic at rasismo ang mga nakakaligaw na mensahe at numero. May pagsasamantala sa maraming industriya. Nakakapinsala kung sa sex work lang ito tinatawag na trafficking.

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = Ang magagawa ninyo
zine-act-recognise = Kilalanin na trabaho ang sex work. Wakasan ang diskriminasyon.
zine-act-peers = Suportahan ang mga sex worker na nagtutulungan.
zine-act-repeal = Himukin ang federal government na ipawalang-bisa ang PCEPA.
zine-act-raids = Himukin ang gobyerno na itigil ang pag-raid, pagkukulong at pag-deport sa mga sex worker.
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = Himukin ang federal government na ipawalang-bisa ang PCEPA, ang batas na naglalagay sa panganib sa mga sex worker.

## Page 8: contact

zine-contact-heading = Kausapin ninyo kami
# $organisation (String): who hands this zine out
zine-contact-text = Nandito ang <strong>{ $organisation }</strong> para sa mga Asian at migranteng sex worker. Tumawag o mag-email po kayo sa amin.
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = Batay sa factsheet ng { -butterfly }.
