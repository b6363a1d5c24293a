# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. French (fr-CA), in the words of
# factsheet.ftl: vous, “traite”, “travailleuses et travailleurs du sexe”, then “TDS” (introduced in
# zine-who-text; spelled out on the cover and in zine-contact-text).
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = Halte aux torts causés au nom de la lutte contre la traite des personnes
zine-cover-subtitle = Défendez les droits, la dignité et la justice pour les travailleuses et travailleurs du sexe.

## Page 2: who we are

zine-who-heading = Qui nous sommes
zine-who-text = Nous sommes des travailleuses et travailleurs du sexe (TDS), migrants ou non, avec nos organismes et des personnes alliées. Le travail du sexe n’est pas en soi de l’exploitation, et les personnes migrantes qui l’exercent n’ont pas toutes subi la traite.

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

zine-testimony-heading = Une personne raconte
zine-testimony-text = La police a fait une descente sur le lieu de travail et a traité tout le monde comme des criminels. Elle a emmené une amie, qui a été renvoyée dans son pays. La police a demandé à la personne qui raconte : est-ce qu’on vous exploite ? La réponse a été non. La police lui a ordonné de partir et a menacé de l’arrêter en cas de retour au travail.
zine-testimony-by = Une personne migrante asiatique qui fait du travail du sexe, en Ontario

## Page 4: what the law does

zine-law-heading = Ce que fait la loi
# PCEPA: the official French name and short form (LPCPVE).
zine-law-text = La loi interdit l’industrie du sexe aux personnes migrantes, même à celles qui ont le droit de travailler au Canada. La <cite>Loi sur la protection des collectivités et des personnes victimes d’exploitation</cite> (LPCPVE) fait un crime de la plupart des gestes courants du travail du sexe. Elle empêche les collègues et les clients d’aider.

## Page 5: what raids do

zine-raids-heading = Les effets des descentes
# The place, the year and the number are facts: keep them.
zine-raids-text = La police et l’Agence des services frontaliers du Canada mènent des descentes au nom de la lutte contre la traite. Elles détiennent et expulsent des personnes racisées ou migrantes qui font du travail du sexe, même sans preuve de traite. <strong>Ottawa, 2015 : 11 femmes expulsées.</strong> Les descentes poussent les gens dans la clandestinité, loin de l’aide.

## Page 6: what campaigns get wrong

zine-campaigns-heading = En quoi les campagnes se trompent
zine-campaigns-text = Les campagnes présentent les TDS comme des victimes. Cela nie leur capacité de décider. Des messages et des chiffres trompeurs attisent la peur, la panique et le racisme. L’exploitation existe dans bien des secteurs. Parler de traite seulement quand cela arrive dans le travail du sexe fait du tort.

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = Ce que vous pouvez faire
zine-act-recognise = Reconnaissez que le travail du sexe est un travail. Mettez fin à la discrimination.
zine-act-peers = Soutenez l’entraide par et pour les TDS.
zine-act-repeal = Exigez du gouvernement fédéral qu’il abroge la LPCPVE.
zine-act-raids = Exigez du gouvernement qu’il mette fin aux descentes, détentions et expulsions visant les TDS.
# Of the poster, in the place of zine-act-repeal; “TDS” is explained nowhere else on that sheet.
poster-act-repeal = Exigez du gouvernement fédéral qu’il abroge la LPCPVE, la loi qui met en danger les travailleuses et travailleurs du sexe (TDS).

## Page 8: contact

zine-contact-heading = Parlez-nous
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong> est là pour les travailleuses et travailleurs du sexe asiatiques et migrants. Appelez-nous ou écrivez-nous.
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = D’après la fiche d’information de { -butterfly }.
