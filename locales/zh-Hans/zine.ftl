# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Simplified Chinese, in the words of
# factsheet.ftl. No space between Han and Latin or digits, no 《》 around <cite>: the program sets both.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = 停止以打击人口贩运为名的伤害
zine-cover-subtitle = 请捍卫性工作者的权利、正义和尊严。

## Page 2: who we are

zine-who-heading = 我们是谁
zine-who-text = 我们是性工作者，有的是移民，有的不是；和我们一起的，还有我们的组织和盟友。性工作本身并不是剥削，也不是每一位移民性工作者都是被贩运来的。

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known: no 她 or 他 for the speaker or the friend.

zine-testimony-heading = 一位性工作者的讲述
zine-testimony-text = 警察突击搜查了工作场所，把每个人都当成罪犯，还带走了一位朋友。这位朋友后来被送回国了。警察问这位性工作者：有没有受到剥削？回答是没有。警察命令这位性工作者离开，还威胁说，再回来工作就会被逮捕。
zine-testimony-by = 一位在安大略省的亚裔移民性工作者

## Page 4: what the law does

zine-law-heading = 法律带来了什么
# PCEPA: the established name, then the English name and short form in parentheses.
zine-law-text = 法律不准移民进入性行业，就连获准在加拿大工作的人也不例外。<cite>保护社区及被剥削者法</cite>（Protection of Communities and Exploited Persons Act，PCEPA）把性工作的大部分日常环节定为犯罪，还让同事和客人无法帮忙。

## Page 5: what raids do

zine-raids-heading = 突击搜查带来了什么
# The place, the year and the number are facts: keep them.
zine-raids-text = 警察和加拿大边境服务局（Canada Border Services Agency）以打击人口贩运为名，展开突击搜查。即使没有人口贩运的证据，少数族裔性工作者和移民性工作者也会被拘留、驱逐出境。<strong>2015年，渥太华：11名女性被驱逐出境。</strong>突击搜查迫使人们转入地下，离援助更远。

## Page 6: what campaigns get wrong

zine-campaigns-heading = 宣传活动错在哪里
zine-campaigns-text = 宣传活动把性工作者描绘成受害者。这否认了性工作者能自己做主。误导人的信息和数字会加剧恐惧、恐慌和种族主义。剥削存在于许多行业。只有发生在性工作中时才把它叫作人口贩运，这样做会造成伤害。

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = 你可以做什么
zine-act-recognise = 承认性工作是工作。消除歧视。
zine-act-peers = 支持性工作者互相帮助。
zine-act-repeal = 敦促联邦政府废除PCEPA。
zine-act-raids = 敦促政府停止对性工作者的突击搜查、拘留和驱逐出境。
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = 敦促联邦政府废除PCEPA这部危害性工作者的法律。

## Page 8: contact

zine-contact-heading = 联系我们
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong>一直支持亚裔和移民性工作者。欢迎给我们打电话或发邮件。
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = 根据{ -butterfly }的资料改写。
