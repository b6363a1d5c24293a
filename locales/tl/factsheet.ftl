# The factsheet, plain-language edition, in Tagalog.
#
# Everyday Tagalog with the English words that Filipino migrants use (sex worker, raid,
# deport, harass). Laws and organizations keep their English names, some with a short gloss
# in front. Polite plural (kayo, ninyo) for the reader; siya and nila do not show gender.
# Terms: exploitation = pagsasamantala, policy = patakaran, detain = ikulong,
# people of colour, racialized = hindi puti, class = estado sa buhay.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet. A name: not translated.
-butterfly = Butterfly

## Cover

cover-title = Itigil ang pinsalang ginagawa sa ngalan ng paglaban sa human trafficking
cover-subtitle = Nakakapinsala sa mga sex worker ang mga patakaran at kampanyang anti-trafficking. Ipaglaban ang kanilang karapatan, hustisya at dignidad.
cover-byline = Edisyon sa simpleng wika ng factsheet ng <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network)
cover-partners = Isinulat ang orihinal kasama ang Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT at No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known, and Tagalog need not show it.

testimony-heading = Salaysay ng isang sex worker
testimony-text =
    Ni-raid ng mga pulis ang lugar ng trabaho. Walang galang sila at itinuring na kriminal ang lahat. Dinampot nila ang isang kaibigan, na pinauwi na sa sariling bansa.

    Tinanong nila ang sex worker: pinagsasamantalahan (exploited) ka ba? Ang sagot: hindi. Sinabi nilang bawal magtrabaho roon, pinaalis siya, at pinagbantaang aarestuhin kapag bumalik sa trabaho.
testimony-by = Isang Asian na migranteng sex worker, nasa trabaho noong may raid sa Ontario

## Who we are

who-heading = Sino kami
# The lead: set large and bold, the sentence to be kept.
who-lead = Mga sex worker kami, migrante man o hindi, kasama ang aming mga organisasyon at kaalyado.
who-group = Nababahala kami sa pinsalang dulot ng mga patakaran at kampanyang anti-trafficking sa mga sex worker, lalo na sa mga migrante.
who-measures = Madalas na sex work at migrasyon ang pinupuntirya ng mga patakarang ito. Hindi natutulungan ng mga ito ang mga taong tinutulungan daw nila. Delikado ang mga ito sa buhay at lumalabag sa karapatang pantao.
who-confusion = Madalas mapagkamalang iisa ang trafficking at sex work. Hindi pagsasamantala ang sex work mismo, at hindi lahat ng migranteng sex worker ay dumanas ng trafficking.

## What the law does

law-heading = Ang ginagawa ng batas
law-lead = Pinapayagan ng batas ang gobyerno na manmanan, ikulong at i-deport ang mga tao.
# IRPA and PCEPA: the English name, with the short form in parentheses.
law-powers = Galing ang kapangyarihang ito sa batas sa imigrasyon at refugee na <cite>Immigration and Refugee Protection Act</cite> (IRPA) at sa batas kriminal na <cite>Criminal Code</cite>. Ginagamit din ang dalawang batas para limitahan ang migrasyon. Ipinagbabawal ng mga ito ang sex industry sa mga migrante, kahit sa mga may pahintulot na magtrabaho sa Canada at malayang pumili ng trabahong ito.
law-helpers = Madalas ituring ng gobyerno at pulis na trafficking ang sex work. Kaya ginagawang kriminal ang sinumang tumutulong sa mga sex worker na mag-migrate o magtrabaho. Nagiging mas delikado ang migrasyon, at lumalaki ang panganib ng pagsasamantala.
law-pcepa = Bahagi na ngayon ng batas kriminal ng Canada ang <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA). Ginagawa nitong krimen ang karamihan sa mga karaniwang gawain sa sex work at ang marami sa mga ugnayan dito. Puwedeng kasuhan kahit ang mga nag-a-advertise o magkakasamang nagtatrabaho.
law-allies = Makakatulong sana ang mga katrabaho at kliyente, lalo na sa mga migranteng kapos sa resources o hindi marunong ng wika. Pero ginagawa ring kriminal ng batas ang mga tumutulong at inilalayo sila. Kung masama ang kondisyon sa trabaho, malaki ang maitutulong ng suporta ng kapwa sex worker.

## What raids do

raids-heading = Ang ginagawa ng mga raid
raids-lead = Dahil sa mga raid, napipilitang magtago ang mga tao, malayo sa tulong.
# RCMP: the federal police. CBSA: the border agency. English names, with a gloss in front, short forms in parentheses.
raids-police = Nag-iimbestiga at nagre-raid ang federal police na Royal Canadian Mounted Police (RCMP), lokal na pulis at ahensya sa border na Canada Border Services Agency (CBSA) sa ngalan ng paglaban sa trafficking. Madalas nilang manmanan, i-harass, arestuhin, ikulong at i-deport ang mga sex worker na migrante o hindi puti, kahit walang ebidensya ng trafficking.
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11
ottawa-caption = babae ang na-deport matapos ang isang imbestigasyong anti-trafficking sa Ottawa noong 2015
# “Biktima” and “sindikato ng prostitusyon” are the police’s words.
ottawa-note = Ayon sa RCMP, may 500 “biktima” sa isang “sindikato ng prostitusyon” sa buong Canada. Wala itong ibinigay na batayan para dito.
raids-hiding = Kapag nagtatago, mas mahirap makakuha ng tulong laban sa karahasan at pagsasamantala ng mga kliyente, pulis o amo.

## What campaigns get wrong

campaigns-heading = Ang mali ng mga kampanya
campaigns-lead = Pinalalabas ng mga kampanya na biktima ang mga sex worker.
campaigns-victims = Kailangang magpakilalang biktima ang ilan para makakuha ng social services, o para hindi ituring na kriminal ng pulis o mga non-profit. Itinatanggi nitong sila ang nagpapasya para sa sarili, at binabalewala ang dinaranas nilang pang-aapi sa lipunan, ekonomiya at politika.
campaigns-work = Hindi itinuturing na tunay na trabaho ang sex work. Kaya hindi ito magawa nang legal ng mga migrante, at hindi sila protektado ng batas sa paggawa. Pero may pagsasamantala at sapilitang paggawa sa maraming industriya, dahil sa patakaran sa imigrasyon, rasismo, seksismo at diskriminasyon batay sa estado sa buhay.
campaigns-violence = Maraming tao ang dumaranas ng karahasan, pati sa bahay at mula sa partner. Nakakapinsala kung sa sex industry lang ito tinatawag na trafficking.
campaigns-numbers = Nagpapatindi ng takot, panic at rasismo ang mga nakakaligaw na mensahe at numero, gaya ng sa mga “rescue”. Kapag tinawag na “organized crime”, sa loob o labas ng bansa, ang mga ugnayan ng mga sex worker, nadaragdagan ang stigma at lalong napipilitang magtago ang mga tao.

## Rights

rights-heading = Karapatan, hustisya, dignidad
rights-lead = I-decriminalize ang sex work: alisin ito sa batas kriminal.
rights-raids = Kasong kriminal at stigma ang dulot ng mga raid at “rescue”. Nakakapinsala ito sa mga sex worker, lalo na sa mga hindi puti at migrante.
rights-labour = Maaaring mapagsamantalahan ang mga sex worker gaya ng sinumang manggagawa, pero hindi sila protektado ng batas sa paggawa. Makakatulong ang decriminalization, pati proteksyon sa paggawa at karapatan para sa mga migranteng manggagawa, sa lahat ng naghahanap ng tulong at mas maayos na kondisyon.

## What you can do: four demands, set as a list with the letters A to D

act-heading = Ang magagawa ninyo
act-recognise = <strong>Kilalanin na trabaho ang sex work.</strong> Wakasan ang diskriminasyon. Suportahan ang karapatan ng mga sex worker, ang hustisya, at ang karapatang huwag “i-rescue”.
act-peers = <strong>Suportahan ang mga sex worker na nagtutulungan</strong> laban sa pagsasamantala at pang-aabuso. Itigil ang paggamit ng batas kriminal sa kanilang migrasyon. Repasuhin ang mga patakarang anti-trafficking kasama ang mga organisasyon nila, para igalang ang karapatan at suportahan ang komunidad.
act-repeal = <strong>Himukin ang federal government na ipawalang-bisa ang PCEPA.</strong> Delikado ang batas na ito sa buhay, kalusugan at kaligtasan ng mga sex worker.
act-raids = <strong>Himukin ang gobyerno na itigil ang pag-raid, pagkukulong at pag-deport sa mga sex worker.</strong> Hindi dapat kailanman sumali ang CBSA sa imbestigasyong anti-trafficking.

## Contact

contact-heading = Kausapin ninyo kami
# $organisation (String): who hands this leaflet out
contact-text = Nandito ang <strong>{ $organisation }</strong> para sa mga Asian at migranteng sex worker. Tumawag o mag-email po kayo sa amin.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = draft, hindi pa nasusuri ng komunidad nito
