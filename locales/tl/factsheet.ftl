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

cover-title = Itigil ang pinsalang ginagawa sa ngalan ng paglaban sa trafficking
cover-subtitle = Nakakapinsala sa mga sex worker ang mga patakaran at kampanyang anti-trafficking. Ipaglaban ang kanilang karapatan, hustisya at dignidad.
cover-byline = Edisyon sa simpleng wika ng factsheet ng <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network)
cover-partners = Kasama ang Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT at No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known, and Tagalog need not show it.

testimony-heading = Salaysay ng isang sex worker
testimony-text =
    Ni-raid ng mga pulis ang lugar ng trabaho. Walang galang sila at itinuring na kriminal ang lahat. Kinuha nila ang isang kaibigan, na pinauwi na sa sariling bansa.

    Tinanong nila ang sex worker: pinagsasamantalahan (exploited) ka ba? Ang sagot: hindi. Sinabi nilang bawal magtrabaho roon, pinaalis siya, at pinagbantaang aarestuhin kapag bumalik.
testimony-by = Isang Asian na migranteng sex worker, noong may raid sa Ontario

# The numbers and the place are facts: keep them. “Victims” is the police’s word.
ottawa = <strong>Ottawa, 2015:</strong> nauwi ang isang imbestigasyong anti-trafficking sa <strong>pag-deport sa 11 babae</strong>. Ayon sa federal police (RCMP), may 500 “biktima” sa isang sindikato ng prostitusyon sa buong Canada. Wala silang ibinigay na batayan para dito.

## Who we are

who-heading = Sino kami
who-group = Mga sex worker kami, migrante man o hindi, kasama ang aming mga organisasyon at kaalyado. Nakikita namin ang ginagawa ng mga patakarang anti-trafficking sa mga sex worker, lalo na sa mga migrante.
who-measures = Madalas na sex work at migrasyon ang pinupuntirya ng mga patakarang ito. Hindi nila natutulungan ang mga taong ipinagtatanggol daw nila. Inilalagay nila sa panganib ang buhay ng tao at nilalabag ang karapatang pantao.
who-confusion = Madalas mapagkamalang iisa ang trafficking at sex work. Hindi pagsasamantala ang sex work mismo, at hindi lahat ng migranteng sex worker ay dumanas ng trafficking.

## What the law does

law-heading = Ang ginagawa ng batas
# IRPA and PCEPA: the English name, with the short form in parentheses.
law-powers = Ang batas sa imigrasyon at refugee na <cite>Immigration and Refugee Protection Act</cite> (IRPA) at ang batas kriminal na <cite>Criminal Code</cite> ay nagbibigay-kapangyarihan sa gobyerno na manmanan, ikulong at i-deport ang mga tao, at ginagamit para limitahan ang migrasyon. Pinagbabawalan nila ang mga migrante sa sex industry, kahit ang mga puwedeng magtrabaho sa Canada at malayang pumili ng trabahong ito.
law-helpers = Itinuturing na trafficking ang sex work. Kaya ginagawang kriminal ang sinumang tumutulong sa mga sex worker na mag-migrate o magtrabaho. Nagiging mas delikado ang migrasyon, at lumalaki ang panganib ng pagsasamantala.
law-pcepa = Bahagi na ngayon ng batas kriminal ng Canada ang <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA). Ginagawa nitong krimen ang karamihan sa mga karaniwang gawain sa sex work at ang marami sa mga ugnayan dito. Puwedeng kasuhan kahit ang mga nag-a-advertise o magkakasamang nagtatrabaho.
law-allies = Makakatulong sana ang mga katrabaho at kliyente, lalo na kung kapos sa pera o hindi marunong ng wika ang migrante. Inilalayo sila ng batas. Pero kung masama ang kondisyon sa trabaho, suporta ng kapwa sex worker ang pinakamakakatulong.

## What raids do

raids-heading = Ang ginagawa ng mga raid
# RCMP: the federal police. CBSA: the border agency. Keep the short forms in parentheses.
raids-police = Nag-iimbestiga at nagre-raid ang federal police (RCMP), lokal na pulis at ahensya sa border na Canada Border Services Agency (CBSA) sa ngalan ng paglaban sa trafficking. Minamanmanan, hina-harass, inaaresto, ikinukulong at dine-deport ang mga sex worker na hindi puti at ang mga migrante, kahit walang ebidensya ng trafficking.
raids-hiding = Dahil dito, napipilitang magtago ang mga tao at mas mahirap makakuha ng tulong laban sa karahasan at pagsasamantala ng mga kliyente, pulis o amo.

## What campaigns get wrong

campaigns-heading = Ang mali ng mga kampanya
campaigns-work = Hindi itinuturing na tunay na trabaho ang sex work. Kaya hindi ito magawa nang legal ng mga migrante, at hindi sila protektado ng batas sa paggawa. Pero may pagsasamantala at sapilitang paggawa sa maraming industriya, dahil sa mga patakaran sa imigrasyon, at sa rasismo, seksismo at diskriminasyon batay sa estado sa buhay.
campaigns-violence = Maraming tao ang dumaranas ng karahasan, pati sa bahay at mula sa partner. Nakakapinsala kung sa sex industry lang ito tinatawag na trafficking.
campaigns-victims = Pinalalabas ng mga kampanya na biktima ang mga sex worker. Kailangang sabihin ng ilan na biktima sila para makakuha ng serbisyo, o para hindi sila ituring na kriminal ng pulis o mga non-profit na grupo. Itinatanggi nitong sila ang nagpapasya para sa sarili, at binabalewala ang mga sanhing panlipunan, pang-ekonomiya at pampulitika.
campaigns-numbers = Nagpapatindi ng takot, panic at rasismo ang mga nakakaligaw na mensahe at numero, gaya ng sa mga “rescue”. Kapag tinawag na “organized crime”, pambansa man o transnational, ang mga ugnayan ng mga sex worker, nadaragdagan ang stigma at lalong napipilitang magtago ang mga tao.

## Rights

rights-heading = Karapatan, hustisya, dignidad
rights-raids = Kasong kriminal at stigma ang dulot ng mga raid at “rescue”. Nakakapinsala ito sa mga sex worker, lalo na sa mga hindi puti at mga migrante.
rights-labour = May pagsasamantala rito gaya sa ibang trabaho, pero walang proteksyon sa paggawa. Alisin ang sex work sa batas kriminal, at bigyan ng proteksyon sa paggawa at mga karapatan ang mga migranteng manggagawa: makakatulong ito sa lahat ng naghahanap ng tulong at mas maayos na kondisyon.

## What you can do: four demands, each numbered and set as a list

act-heading = Ang magagawa ninyo
act-recognise = <strong>Kilalanin na trabaho ang sex work.</strong> Wakasan ang diskriminasyon. Suportahan ang mga karapatan ng mga sex worker, ang hustisya, at ang karapatang huwag “i-rescue”.
act-peers = <strong>Suportahan ang tulong na pinamumunuan ng mga sex worker</strong> laban sa pagsasamantala at pang-aabuso. Itigil ang paggamit ng batas kriminal sa migrasyon. Repasuhin ang mga patakarang anti-trafficking kasama ang mga organisasyon ng mga sex worker.
act-repeal = <strong>Himukin ang federal government na ipawalang-bisa ang PCEPA.</strong> Inilalagay nito sa panganib ang buhay, kalusugan at kaligtasan ng mga sex worker.
act-raids = <strong>Himukin ang gobyerno na itigil ang pag-raid, pagkulong at pag-deport sa mga sex worker.</strong> Hindi dapat kailanman makilahok ang CBSA sa mga imbestigasyong anti-trafficking.

## Contact

contact-heading = Kausapin ninyo kami
# $organisation (String): who hands this leaflet out
contact-text = Nandito ang <strong>{ $organisation }</strong> para sa mga Asian at migranteng sex worker. Tumawag o sumulat po kayo sa amin.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = draft, hindi pa nasusuri ng komunidad nito
