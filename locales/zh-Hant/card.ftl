# The wallet card: two sides of 88.9 × 50.8 mm. Traditional Chinese, in the words of factsheet.ftl.
# No space between Han and Latin or digits: the program sets it.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = 你並不孤單
card-who = 我們是性工作者，有些是移民，有些不是；還有我們的盟友。
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong>一直支持亞裔和移民性工作者。需要幫助嗎？歡迎致電或發電郵給我們，我們不評判任何人。
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = 停止傷害
card-act-recognise = 承認性工作是工作。
card-act-peers = 支持性工作者互相幫助。
card-act-repeal = 廢除PCEPA：這部法律危害生命。
card-act-raids = 停止突擊搜查、拘留和驅逐出境。
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
