# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
# French (fr-CA): vous; “traite des personnes”, then “traite”; “travailleuses et travailleurs du sexe”,
# then “TDS”, the community’s own short form (introduced in who-lead; spelled out on the cover, in act-recognise and contact-text).
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

# A name: kept.
-butterfly = Butterfly

## Cover

cover-title = Halte aux torts causés au nom de la lutte contre la traite des personnes
cover-subtitle = Les politiques et campagnes contre la traite nuisent aux travailleuses et travailleurs du sexe. Défendez leurs droits, leur dignité et la justice.
cover-byline = Édition en langage clair de la fiche d’information de <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network, réseau de soutien aux travailleuses et travailleurs du sexe asiatiques et migrants)
cover-partners = Original écrit avec Migrant Sex Workers Project, Maggie’s, le Réseau juridique canadien VIH/sida, STRUT et No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

testimony-heading = Une personne raconte
testimony-text =
    La police a fait une descente sur le lieu de travail. Elle a été grossière et a traité tout le monde comme des criminels. Elle a emmené une amie, renvoyée depuis dans son pays.

    La police a demandé à la personne qui raconte : est-ce qu’on vous exploite ? La réponse a été non. La police a dit qu’il était interdit de travailler là, lui a ordonné de partir et a menacé de l’arrêter en cas de retour au travail.
testimony-by = Une personne migrante asiatique qui fait du travail du sexe, au travail lors d’une descente en Ontario

## Who we are

who-heading = Qui nous sommes
# The lead: set large and bold, the sentence to be kept.
who-lead = Nous sommes des travailleuses et travailleurs du sexe (TDS), migrants ou non, avec nos organismes et des personnes alliées.
who-group = Nous nous inquiétons du tort que les politiques et campagnes contre la traite font aux TDS, surtout aux personnes migrantes.
who-measures = Ces politiques visent souvent le travail du sexe et la migration. Elles n’aident pas les gens qu’elles prétendent aider. Elles mettent des vies en danger et violent les droits de la personne.
who-confusion = On confond souvent la traite et le travail du sexe. Le travail du sexe n’est pas en soi de l’exploitation, et les personnes migrantes qui l’exercent n’ont pas toutes subi la traite.

## What the law does

law-heading = Ce que fait la loi
law-lead = La loi permet à l’État de surveiller, de détenir et d’expulser des gens.
# IRPA and PCEPA: the official French names and short forms (LIPR, LPCPVE).
law-powers = Ces pouvoirs viennent de la <cite>Loi sur l’immigration et la protection des réfugiés</cite> (LIPR) et du <cite>Code criminel</cite>. Les deux servent aussi à limiter la migration. Ils interdisent l’industrie du sexe aux personnes migrantes, même à celles qui ont le droit de travailler au Canada et ont choisi librement ce travail.
law-helpers = Le gouvernement et la police assimilent souvent le travail du sexe à la traite. On criminalise donc les gens qui aident des TDS à migrer ou à travailler. Migrer devient moins sûr, et le risque d’exploitation augmente.
law-pcepa = La <cite>Loi sur la protection des collectivités et des personnes victimes d’exploitation</cite> (LPCPVE), maintenant intégrée au droit criminel canadien, fait un crime de la plupart des gestes courants de ce travail et de bien des relations qu’il crée. Même travailler ensemble ou faire de la publicité peut mener à des accusations.
law-allies = Les collègues et les clients pourraient aider, surtout quand une personne migrante a peu de ressources ou ne parle pas la langue. Mais la loi criminalise aussi collègues et clients et les tient à l’écart. Là où les conditions sont mauvaises, l’appui d’autres TDS peut aider beaucoup.

## What raids do

raids-heading = Les effets des descentes
raids-lead = Les descentes poussent les gens dans la clandestinité, loin de l’aide.
# RCMP (GRC): the federal police. CBSA (ASFC): the border agency. Short forms in parentheses.
raids-police = La Gendarmerie royale du Canada (GRC, police fédérale), les polices locales et l’Agence des services frontaliers du Canada (ASFC) mènent des enquêtes et des descentes au nom de la lutte contre la traite. Souvent, elles surveillent, harcèlent, arrêtent, détiennent et expulsent des personnes racisées ou migrantes dans le travail du sexe, même sans preuve de traite.
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11
ottawa-caption = femmes expulsées après une enquête contre la traite à Ottawa, en 2015
# “Victimes” and “réseau de prostitution” are the police’s words.
ottawa-note = La GRC a parlé de 500 « victimes » dans un « réseau de prostitution » à travers le Canada. Elle n’a pas justifié cette affirmation.
raids-hiding = Dans la clandestinité, il est plus difficile d’avoir de l’aide contre la violence et l’exploitation par des clients, la police ou des employeurs.

## What campaigns get wrong

campaigns-heading = En quoi les campagnes se trompent
campaigns-lead = Les campagnes présentent les TDS comme des victimes.
campaigns-victims = Certaines personnes doivent se dire victimes pour obtenir des services sociaux, ou pour que la police ou des organismes sans but lucratif ne les traitent pas en criminels. Cela nie leur capacité de décider et ignore l’oppression sociale, économique et politique qu’elles vivent.
campaigns-work = Le travail du sexe n’est pas reconnu comme un vrai travail. Les personnes migrantes ne peuvent donc pas l’exercer légalement, et les lois du travail ne les protègent pas. Mais l’exploitation et le travail forcé existent dans bien des secteurs, à cause des politiques d’immigration, du racisme, du sexisme et des préjugés de classe.
campaigns-violence = Bien des gens vivent de la violence, y compris à la maison et de la part de partenaires. Parler de traite seulement quand cette violence survient dans l’industrie du sexe fait du tort.
campaigns-numbers = Des messages et chiffres trompeurs, comme ceux sur les « sauvetages », attisent la peur, la panique et le racisme. Qualifier de « crime organisé », national ou transnational, les liens entre TDS ajoute à la stigmatisation et pousse les gens encore plus dans la clandestinité.

## Rights

rights-heading = Droits, justice, dignité
rights-lead = Il faut décriminaliser le travail du sexe : le retirer du droit criminel.
rights-raids = Les descentes et « sauvetages » entraînent des accusations criminelles et de la stigmatisation. Ils nuisent aux TDS, surtout aux personnes racisées ou migrantes.
rights-labour = Les TDS peuvent subir de l’exploitation comme dans tout emploi, mais aucune loi du travail ne les protège. La décriminalisation, avec cette protection et des droits pour les travailleuses et travailleurs migrants, aiderait quiconque cherche de l’aide et de meilleures conditions.

## What you can do: four demands, set as a list with the letters A to D

act-heading = Ce que vous pouvez faire
act-recognise = <strong>Reconnaissez que le travail du sexe est un travail.</strong> Mettez fin à la discrimination. Soutenez les droits des travailleuses et travailleurs du sexe, la justice et le droit de ne pas se faire « sauver ».
act-peers = <strong>Soutenez l’entraide par et pour les TDS</strong> contre l’exploitation et les abus. Il faut cesser d’appliquer le droit criminel à leur migration et revoir les politiques contre la traite avec leurs organismes, pour qu’elles respectent les droits et appuient la communauté.
act-repeal = <strong>Exigez du gouvernement fédéral qu’il abroge la LPCPVE.</strong> Cette loi met en danger la vie, la santé et la sécurité des TDS.
act-raids = <strong>Exigez du gouvernement qu’il mette fin aux descentes, détentions et expulsions visant les TDS.</strong> L’ASFC ne doit jamais participer à des enquêtes contre la traite.

## Contact

contact-heading = Parlez-nous
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong> est là pour les travailleuses et travailleurs du sexe asiatiques et migrants. Appelez-nous ou écrivez-nous.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = ébauche, pas encore révisée par sa communauté
