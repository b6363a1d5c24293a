# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
#
# For translators: one message is one whole paragraph. Keep every name, number, tag and
# variable. Write as you would speak to somebody whom you respect: short sentences, plain
# words. <strong> marks what the eye should find first, <cite> the name of a law; your
# language's own typography (italics, book-title marks) is put in by the program, and so
# are the spaces that your language wants around its marks.
# “Rescue” and “victim” stand in quotation marks because sex workers reject the word there.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet. A name: not translated, but a language may add its own.
-butterfly = Butterfly

## Cover

cover-title = Stop the harm done in the name of stopping trafficking
cover-subtitle = Anti-trafficking policies and campaigns hurt sex workers. Stand up for their rights, justice and dignity.
cover-byline = A plain-language edition of the factsheet by <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network)
cover-partners = With Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT and No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it where your language can.

testimony-heading = One worker’s account
testimony-text =
    Police raided the workplace. They were rude and treated everyone as criminals. They took away a friend, who has since been sent home.

    They asked the worker: are you exploited? The answer was no. They said that working there was not allowed, ordered the worker to leave, and threatened an arrest on coming back.
testimony-by = An Asian migrant sex worker, during a raid in Ontario

# The numbers and the place are facts: keep them. “Victims” is the police’s word.
ottawa = <strong>Ottawa, 2015:</strong> one anti-trafficking investigation ended with <strong>11 women deported</strong>. The RCMP spoke of 500 “victims” in a prostitution ring across Canada. It gave no grounds for this claim.

## Who we are

who-heading = Who we are
who-group = We are sex workers, migrants and not, with our organizations and allies. We see what anti-trafficking policies do to sex workers, and to migrants most of all.
who-measures = These policies often take aim at sex work and migration. They do not help the people they speak for. They endanger lives and break human rights.
who-confusion = Trafficking and sex work are often confused. Sex work is not in itself exploitation, and not every migrant sex worker was trafficked.

## What the law does

law-heading = What the law does
# IRPA and PCEPA: give the established name in your language and keep the short English form in parentheses.
law-powers = The <cite>Immigration and Refugee Protection Act</cite> (IRPA) and the <cite>Criminal Code</cite> give the state power to watch, detain and deport people, and are used to limit migration. They bar migrants from the sex industry, even those who may work in Canada and freely chose this work.
law-helpers = Sex work is treated as trafficking. So whoever helps sex workers to migrate or to work is made a criminal. Migration gets less safe, and the risk of exploitation grows.
law-pcepa = The <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA), now part of Canada’s criminal law, makes most everyday parts of the job a crime, and many of its relationships. Even people who work together or advertise may be charged.
law-allies = Co-workers and clients could help, above all where a migrant has little money or does not speak the language. The law keeps them away. Yet where conditions are bad, support from other sex workers can help most.

## What raids do

raids-heading = What raids do
# RCMP: the federal police. CBSA: the border agency. Keep the short forms in parentheses.
raids-police = The RCMP, local police and the Canada Border Services Agency (CBSA) investigate and raid in the name of stopping trafficking. Racialized and migrant sex workers are watched, harassed, arrested, detained and deported, even with no evidence of trafficking.
raids-hiding = This pushes people underground, where it is harder to get help against violence and exploitation by clients, police or employers.

## What campaigns get wrong

campaigns-heading = What campaigns get wrong
campaigns-work = Sex work is not counted as real work. So migrants cannot do it legally, and labour law does not protect them. But exploitation and forced labour exist in many industries, through immigration policies, racism, sexism and class prejudice.
campaigns-violence = Many people live through violence, also at home and from partners. To call it trafficking only in the sex industry does harm.
campaigns-victims = Campaigns paint sex workers as victims. Some must call themselves victims to get a service, or so that police or non-profit groups do not treat them as criminals. This denies that they decide for themselves, and ignores the social, economic and political causes.
campaigns-numbers = Misleading messages and numbers, such as those of “rescues”, raise fear, panic and racism. To call the ties between sex workers “organized crime”, national or transnational, adds stigma and pushes people further underground.

## Rights

rights-heading = Rights, justice, dignity
rights-raids = Raids and “rescues” bring criminal charges and stigma. They hurt sex workers, and people of colour and migrants most of all.
rights-labour = Exploitation happens as in other work, but without labour protection. Take sex work out of criminal law, and give migrant workers labour protection and rights: that would help all who seek help and better conditions.

## What you can do: four demands, each numbered and set as a list

act-heading = What you can do
act-recognise = <strong>Recognize that sex work is work.</strong> End discrimination. Support sex workers’ rights, justice, and the right not to be “rescued”.
act-peers = <strong>Support help led by sex workers,</strong> against exploitation and abuse. Stop using criminal law on migration. Review anti-trafficking policies together with sex workers’ organizations.
act-repeal = <strong>Urge the federal government to repeal PCEPA.</strong> It endangers sex workers’ lives, health and safety.
act-raids = <strong>Urge the government to stop raids, detentions and deportations of sex workers.</strong> CBSA must never take part in anti-trafficking investigations.

## Contact

contact-heading = Talk to us
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong> is here for Asian and migrant sex workers. Call or write to us.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = draft, not yet reviewed by its community
