# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
# French (fr-CA): vous; “traite des personnes”, then “traite”; “travailleuses et travailleurs du sexe”,
# then “TDS”, the community’s own short form (introduced in who-group; spelled out on the cover, in act-recognise and contact-text).
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

# A name: kept.
-butterfly = Butterfly

## Cover

cover-title = Halte aux torts causés au nom de la lutte contre la traite des personnes
cover-subtitle = Les politiques et campagnes contre la traite nuisent aux travailleuses et travailleurs du sexe. Défendez leurs droits, leur dignité et la justice.
cover-byline = Édition en langage clair de la fiche d’information de <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network, réseau de soutien aux travailleuses et travailleurs du sexe asiatiques et migrants)
cover-partners = Avec Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT et No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

testimony-heading = Une personne raconte
testimony-text =
    La police a fait une descente sur le lieu de travail. Elle a été grossière et a traité tout le monde comme des criminels. Elle a emmené une amie, renvoyée depuis dans son pays.

    À la personne qui raconte, la police a demandé : est-ce qu’on vous exploite ? La réponse a été non. La police a dit qu’il était interdit de travailler là, lui a ordonné de partir et a menacé de l’arrêter en cas de retour.
testimony-by = Une personne migrante asiatique qui fait du travail du sexe, lors d’une descente en Ontario

# The numbers and the place are facts: keep them. “Victims” is the police’s word.
ottawa = <strong>Ottawa, 2015 :</strong> une enquête contre la traite s’est terminée par <strong>l’expulsion de 11 femmes</strong>. La GRC a parlé de 500 « victimes » dans un réseau de prostitution à travers le Canada. Elle n’a pas justifié cette affirmation.

## Who we are

who-heading = Qui nous sommes
who-group = Nous sommes des travailleuses et travailleurs du sexe (TDS), migrants ou non, avec nos organismes et nos alliés. Nous voyons ce que les politiques contre la traite font aux TDS, surtout aux personnes migrantes.
who-measures = Ces politiques visent souvent le travail du sexe et la migration. Elles n’aident pas les gens qu’elles disent représenter. Elles mettent des vies en danger et violent les droits de la personne.
who-confusion = On confond souvent la traite et le travail du sexe. Le travail du sexe n’est pas en soi de l’exploitation, et les TDS migrants n’ont pas tous subi la traite.

## What the law does

law-heading = Ce que fait la loi
# IRPA and PCEPA: the official French names and short forms (LIPR, LPCPVE).
law-powers = La <cite>Loi sur l’immigration et la protection des réfugiés</cite> (LIPR) et le <cite>Code criminel</cite> donnent à l’État le pouvoir de surveiller, détenir et expulser des gens, et servent à limiter la migration. Ils interdisent l’industrie du sexe aux personnes migrantes, même à celles qui peuvent travailler au Canada et ont choisi librement ce travail.
law-helpers = Le travail du sexe est assimilé à la traite. On criminalise donc les gens qui aident des TDS à migrer ou à travailler. Migrer devient moins sûr, et le risque d’exploitation augmente.
law-pcepa = La <cite>Loi sur la protection des collectivités et des personnes victimes d’exploitation</cite> (LPCPVE), maintenant intégrée au droit criminel canadien, fait un crime de la plupart des gestes courants de ce travail et de bien des relations qu’il crée. Même travailler ensemble ou faire de la publicité peut mener à des accusations.
law-allies = Les collègues et les clients pourraient aider, surtout quand une personne migrante a peu d’argent ou ne parle pas la langue. La loi les tient à l’écart. Pourtant, là où les conditions sont mauvaises, l’appui d’autres TDS peut être le plus utile.

## What raids do

raids-heading = Ce que font les descentes
# RCMP (GRC): the federal police. CBSA (ASFC): the border agency. Short forms in parentheses.
raids-police = La Gendarmerie royale du Canada (GRC), les polices locales et l’Agence des services frontaliers du Canada (ASFC) mènent des enquêtes et des descentes au nom de la lutte contre la traite. Des TDS racisés et migrants sont surveillés, harcelés, arrêtés, détenus et expulsés, même sans preuve de traite.
raids-hiding = Cela pousse les gens dans la clandestinité, où il est plus difficile d’avoir de l’aide contre la violence et l’exploitation par des clients, la police ou des employeurs.

## What campaigns get wrong

campaigns-heading = En quoi les campagnes se trompent
campaigns-work = Le travail du sexe ne compte pas comme un vrai travail. Les personnes migrantes ne peuvent donc pas l’exercer légalement, et les lois du travail ne les protègent pas. Mais l’exploitation et le travail forcé existent dans bien des secteurs, à cause des politiques d’immigration, du racisme, du sexisme et des préjugés de classe.
campaigns-violence = Bien des gens vivent de la violence, y compris à la maison et de la part de partenaires. L’appeler traite seulement dans l’industrie du sexe fait du tort.
campaigns-victims = Les campagnes présentent les TDS comme des victimes. Certaines personnes doivent se dire victimes pour obtenir un service, ou pour que la police ou des organismes sans but lucratif ne les traitent pas comme des criminels. Cela nie qu’elles décident par elles-mêmes et ignore les causes sociales, économiques et politiques.
campaigns-numbers = Des messages et des chiffres trompeurs, comme ceux des « sauvetages », attisent la peur, la panique et le racisme. Appeler les liens entre TDS « crime organisé », national ou transnational, ajoute à la stigmatisation et pousse les gens encore plus dans la clandestinité.

## Rights

rights-heading = Droits, justice, dignité
rights-raids = Les descentes et les « sauvetages » entraînent accusations criminelles et stigmatisation. Ils nuisent aux TDS, surtout aux personnes racisées ou migrantes.
rights-labour = L’exploitation existe comme dans d’autres emplois, mais sans la protection des lois du travail. Décriminaliser le travail du sexe et donner aux travailleuses et travailleurs migrants cette protection et des droits : cela aiderait toute personne qui cherche de l’aide et de meilleures conditions.

## What you can do: four demands, each numbered and set as a list

act-heading = Ce que vous pouvez faire
act-recognise = <strong>Reconnaissez que le travail du sexe est un travail.</strong> Mettez fin à la discrimination. Soutenez les droits des travailleuses et travailleurs du sexe, la justice et le droit de ne pas se faire « sauver ».
act-peers = <strong>Soutenez l’aide dirigée par des TDS</strong> contre l’exploitation et les abus. Il faut cesser d’appliquer le droit criminel à la migration et revoir les politiques contre la traite avec les organismes de TDS.
act-repeal = <strong>Pressez le gouvernement fédéral d’abroger la LPCPVE.</strong> Elle met en danger la vie, la santé et la sécurité des TDS.
act-raids = <strong>Pressez le gouvernement de mettre fin aux descentes, détentions et expulsions visant les TDS.</strong> L’ASFC ne doit jamais participer à des enquêtes contre la traite.

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
