# The factsheet, plain-language edition, in Simplified Chinese. Translated from locales/en.
#
# Quotes are “ ”. No space between Han and Latin or digits, no 《》 around <cite>: the program sets both.
# “解救” (rescue) and “受害者” (victim) stand in quotation marks because sex workers reject the word there.
# The reader is 你, as among peers. A law or an agency, at its first mention: the established name, then the English name
# and short form in parentheses.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet. It ends in a parenthesis: put no other one right after it.
-butterfly = 迁蝶（Butterfly）

## Cover

cover-title = 停止以打击人口贩运为名的伤害
cover-subtitle = 反人口贩运的政策和宣传活动正在伤害性工作者。请捍卫性工作者的权利、正义和尊严。
cover-byline = 易读版，根据<strong>{ -butterfly }</strong>（亚裔及移民性工作者支持网络，Asian and Migrant Sex Workers Support Network）的资料改写
cover-partners = 原文合作撰写团体：Migrant Sex Workers Project、Maggie’s、Canadian HIV/AIDS Legal Network、STRUT和No One Is Illegal。

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known: no 她 or 他 for the speaker or the friend.

testimony-heading = 一位性工作者的讲述
testimony-text =
    警察突击搜查了工作场所。警察态度恶劣，把每个人都当成罪犯，还带走了一位朋友。这位朋友后来被送回国了。

    警察问这位性工作者：有没有受到剥削？回答是没有。警察说不准在那里工作，命令这位性工作者离开，还威胁说，再回来工作就会被逮捕。
testimony-by = 一位在安大略省工作时遇上突击搜查的亚裔移民性工作者

## Who we are

who-heading = 我们是谁
# The lead: set large and bold, the sentence to be kept.
who-lead = 我们是性工作者，有的是移民，有的不是；和我们一起的，还有我们的组织和盟友。
who-group = 反人口贩运的政策和宣传活动伤害性工作者，尤其是移民，我们为此担忧。
who-measures = 这些政策往往把矛头指向性工作和移民。政策声称要帮助的人，并没有得到帮助。这些政策危及生命，侵犯人权。
who-confusion = 人口贩运和性工作常常被混为一谈。性工作本身并不是剥削，也不是每一位移民性工作者都是被贩运来的。

## What the law does

law-heading = 法律带来了什么
law-lead = 法律让国家有权对人进行监视、拘留和驱逐出境。
law-powers = 这些权力来自<cite>移民及难民保护法</cite>（Immigration and Refugee Protection Act，IRPA）和<cite>刑事法典</cite>（Criminal Code）。这两部法律也被用来限制移民，还不准移民进入性行业，就连获准在加拿大工作、自愿选择这份工作的人也不例外。
law-helpers = 政府和警方常常把性工作当成人口贩运。于是，谁帮助性工作者移民或工作，谁就成了罪犯。移民的过程变得更不安全，受剥削的风险也随之增加。
law-pcepa = <cite>保护社区及被剥削者法</cite>（Protection of Communities and Exploited Persons Act，PCEPA）现在是加拿大刑法的一部分。它把这份工作的大部分日常环节定为犯罪，也把工作中的许多人际关系定为犯罪。就连一起工作或打广告的人，也可能被起诉。
law-allies = 同事和客人本来可以帮忙，尤其可以帮助缺乏资源或语言不通的移民。法律却把同事和客人也定为罪犯，把人挡在外面。在工作条件恶劣的地方，其他性工作者的支持可以帮上大忙。

## What raids do

raids-heading = 突击搜查带来了什么
raids-lead = 突击搜查迫使人们转入地下，离援助更远。
# RCMP: the federal police. CBSA: the border agency.
raids-police = 加拿大皇家骑警（Royal Canadian Mounted Police，RCMP，联邦警察）、地方警察和加拿大边境服务局（Canada Border Services Agency，CBSA）以打击人口贩运为名，展开调查和突击搜查。即使没有任何人口贩运的证据，少数族裔性工作者和移民性工作者也常常被监视、骚扰、逮捕、拘留、驱逐出境。
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11名
ottawa-caption = 女性在2015年渥太华的一次反人口贩运调查后被驱逐出境
# “受害者” and “卖淫团伙” are the police’s words.
ottawa-note = 加拿大皇家骑警（RCMP）称，一个遍及加拿大的“卖淫团伙”中有500名“受害者”。对这一说法，皇家骑警没有给出任何依据。
raids-hiding = 转入地下以后，一旦遭到客人、警察或雇主的暴力和剥削，就更难求助。

## What campaigns get wrong

campaigns-heading = 宣传活动错在哪里
campaigns-lead = 宣传活动把性工作者描绘成受害者。
campaigns-victims = 有些性工作者必须自称受害者，才能得到社会服务，或者才不会被警察或非营利组织当成罪犯。这否认了性工作者能自己做主，也无视性工作者承受的社会、经济和政治压迫。
campaigns-work = 性工作不被当成真正的工作。所以，移民不能合法地做这份工作，也得不到劳动法的保护。但是，剥削和强迫劳动存在于许多行业，起因是移民政策、种族主义、性别歧视和阶级偏见。
campaigns-violence = 许多人都经历过暴力，包括家中的暴力和来自伴侣的暴力。只有发生在性行业时才把它叫作人口贩运，这样做会造成伤害。
campaigns-numbers = 误导人的信息和数字，比如有关“解救”的说法，会加剧恐惧、恐慌和种族主义。把性工作者之间的联系称为国内或跨国的“有组织犯罪”，会加深污名，迫使人们进一步转入地下。

## Rights

rights-heading = 权利、正义、尊严
rights-lead = 让性工作非刑事化，不再受刑法管制。
rights-raids = 突击搜查和“解救”带来刑事指控和污名，伤害性工作者，其中有色人种和移民受到的伤害最深。
rights-labour = 性工作者和其他行业的人一样，也可能受到剥削，却没有任何劳动法保护。非刑事化，加上移民工人的劳动保障和权利，能帮到所有想求助、想改善工作条件的人。

## What you can do: four demands, set as a list with the letters A to D

act-heading = 你可以做什么
act-recognise = <strong>承认性工作是工作。</strong>消除歧视。支持性工作者争取权利和正义，支持不被“解救”的权利。
act-peers = <strong>支持性工作者互相帮助，</strong>对抗剥削和虐待。停止用刑法处理性工作者的移民问题。与性工作者组织一起重新审视反人口贩运政策，让政策尊重权利、支持社群。
act-repeal = <strong>敦促联邦政府废除PCEPA。</strong>这部法律危害性工作者的生命、健康和安全。
act-raids = <strong>敦促政府停止对性工作者的突击搜查、拘留和驱逐出境。</strong>加拿大边境服务局（CBSA）绝不可参与反人口贩运调查。

## Contact

contact-heading = 联系我们
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong>一直支持亚裔和移民性工作者。欢迎给我们打电话或发邮件。
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = 草稿，尚未经社群审阅
