# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
#
# For translators: one message is one whole paragraph. Keep every name, number, tag and
# variable. Write as you would speak to somebody whom you respect: short sentences, plain
# words. <strong> marks what the eye should find first, <cite> the name of a law; your
# language's own typography (italics, book-title marks) is put in by the program, and so
# are the spaces that your language wants around its marks.
# “Rescue” and “victim” stand in quotation marks because sex workers reject the word there.
#
# A section begins with its lead: the one sentence that a reader should keep. It is set large and bold, over one to
# three lines, so it has no <strong>; the text after it goes on from there and does not say it again.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet. A name: not translated, but a language may add its own.
-butterfly = Butterfly

## Cover

cover-title = Stop the harm done in the name of fighting human trafficking
cover-subtitle = Anti-trafficking policies and campaigns hurt sex workers. Stand up for their rights, justice and dignity.
cover-byline = A plain-language edition of the factsheet by <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network)
cover-partners = Original written with Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT and No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it where your language can.

testimony-heading = One worker’s account
testimony-text =
    Police raided the workplace. They were rude and treated everyone as criminals. They took away a friend, who has since been sent home.

    They asked the worker: are you exploited? The answer was no. They said working there was not allowed, ordered the worker to leave, and threatened arrest for coming back to work.
testimony-by = An Asian migrant sex worker, at work during a raid in Ontario

## Who we are

who-heading = Who we are
# The lead: who speaks. “Migrants and non-migrants” are both sex workers.
who-lead = We are sex workers, migrants and non-migrants, with our organizations and allies.
who-group = We worry about the harm anti-trafficking policies and campaigns do to sex workers, above all migrants.
who-measures = These policies often target sex work and migration. They do not help those they claim to help. They endanger lives and violate human rights.
who-confusion = Trafficking and sex work are often confused. Sex work is not exploitation in itself, and not all migrant sex workers are trafficked.

## What the law does

law-heading = What the law does
# The lead: what the law lets the state do.
law-lead = The law lets the state watch, detain and deport people.
# A law or an agency, at its first mention: the established name in your language, then the full English name and its
# short form in parentheses, so that a reader can show it to an officer or a lawyer. Later the short form will do.
# “These powers”: those of the lead.
law-powers = These powers come from the <cite>Immigration and Refugee Protection Act</cite> (IRPA) and the <cite>Criminal Code</cite>. Both are also used to limit migration. They bar migrants from the sex industry, even those allowed to work in Canada who freely chose this work.
law-helpers = Government and police often treat sex work as trafficking. So whoever helps sex workers migrate or work is made a criminal. Migration gets less safe, and exploitation more likely.
law-pcepa = The <cite>Protection of Communities and Exploited Persons Act</cite> (PCEPA), now part of Canada’s criminal law, makes most of everyday sex work a crime, and many work relationships too. Even people who work together or advertise may be charged.
law-allies = Co-workers and clients could be of help, above all to migrants with few resources or a language barrier. But the law makes these helpers criminals and keeps them away. Where conditions are bad, other sex workers can help a lot.

## What raids do

raids-heading = What raids do
# The lead: what raids lead to; raids-hiding says more of it.
raids-lead = Raids push people underground, away from help.
# RCMP: the federal police; say so here, not in ottawa-note, which is read later. CBSA: the border agency. First mention, as
# above: the full English name of the RCMP is Royal Canadian Mounted Police. “They” are the three of them.
raids-police = The RCMP (federal police), local police and the Canada Border Services Agency (CBSA) investigate and raid in the name of fighting trafficking. They often watch, harass, arrest, detain and deport racialized and migrant sex workers, even without evidence of trafficking.
# One fact, set large: the figure, and a line that reads on from it. The numbers and the place are facts: keep them. Where
# your language cannot count without a word (11名, 11 คน), put it after the figure, and nothing else.
ottawa-figure = 11
ottawa-caption = women deported after one anti-trafficking investigation in Ottawa, 2015
# “Victims” and “prostitution ring” are the police’s words: keep them in quotation marks.
ottawa-note = The RCMP spoke of 500 “victims” in a “prostitution ring” across Canada. It gave no grounds for this claim.
raids-hiding = Underground, it is harder to get help against violence and exploitation by clients, police or employers.

## What campaigns get wrong

campaigns-heading = What campaigns get wrong
# The lead: what campaigns get wrong first of all. “Some” in the next message are some sex workers.
campaigns-lead = Campaigns paint sex workers as victims.
campaigns-victims = Some must call themselves victims to get social services, or so that police or non-profits do not treat them as criminals. This denies that they make their own choices, and ignores the social, economic and political oppression they face.
campaigns-work = Sex work is not counted as real work. So migrants cannot do it legally, and labour law does not protect them. But exploitation and forced labour exist in many industries, because of immigration policies, racism, sexism and class prejudice.
campaigns-violence = Many people live through violence, also at home and from partners. It does harm to call this trafficking only when it happens in the sex industry.
campaigns-numbers = Misleading messages and numbers, like those on “rescues”, raise fear, panic and racism. Calling sex workers’ ties “organized crime”, at home or across borders, adds stigma and pushes people further underground.

## Rights

rights-heading = Rights, justice, dignity
# The lead: the demand. Use the movement’s own word for “decriminalize”, then say it plainly.
rights-lead = Decriminalize sex work: take it out of criminal law.
rights-raids = Raids and “rescues” bring criminal charges and stigma. They hurt sex workers, above all people of colour and migrants.
rights-labour = Sex workers can be exploited like people in any job, but no labour law protects them. Decriminalization, with labour protection and rights for migrant workers, would help all who seek help and better conditions.

## What you can do: four demands, set as a list with the letters A to D

act-heading = What you can do
act-recognise = <strong>Recognize that sex work is work.</strong> End discrimination. Support sex workers’ rights, justice, and the right not to be “rescued”.
# “Their migration”, “their organizations”: the sex workers’. “They respect rights”: the policies.
act-peers = <strong>Support sex workers who help each other</strong> against exploitation and abuse. Stop using criminal law on their migration. With their organizations, review anti-trafficking policies so that they respect rights and support the community.
act-repeal = <strong>Urge the federal government to repeal PCEPA.</strong> This law endangers sex workers’ lives, health and safety.
act-raids = <strong>Call on the government to stop raiding, detaining and deporting sex workers.</strong> CBSA must never take part in anti-trafficking investigations.

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
