# The wallet card: two sides of 88.9 × 50.8 mm. Simplified Chinese, in the words of factsheet.ftl.
# No space between Han and Latin or digits: the program sets it.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = 你并不孤单
card-who = 我们是性工作者，有的是移民，有的不是；还有我们的盟友。
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong>一直支持亚裔和移民性工作者。需要帮助吗？欢迎给我们打电话或发邮件，我们不评判任何人。
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = 停止伤害
card-act-recognise = 承认性工作是工作。
card-act-peers = 支持性工作者互相帮助。
card-act-repeal = 废除PCEPA：这部法律危及生命。
card-act-raids = 停止突击搜查、拘留和驱逐出境。
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
