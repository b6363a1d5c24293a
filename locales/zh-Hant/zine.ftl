# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Traditional Chinese, in the words of
# factsheet.ftl. No space between Han and Latin or digits, no 《》 around <cite>: the program sets both.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = 停止以打擊人口販運為名的傷害
zine-cover-subtitle = 請捍衛性工作者的權利、正義與尊嚴。

## Page 2: who we are

zine-who-heading = 我們是誰
zine-who-text = 我們是性工作者，有些是移民，有些不是；和我們一起的，還有我們的組織和盟友。性工作本身並不是剝削，也不是每一位移民性工作者都是被販運來的。

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known: no 她 or 他 for the speaker or the friend.

zine-testimony-heading = 一位性工作者的講述
zine-testimony-text = 警察突擊搜查工作場所，把每個人都當成罪犯，還帶走了一位朋友。這位朋友後來被送回國了。警察問這位性工作者：有沒有受到剝削？回答是沒有。警察命令這位性工作者離開，還威脅說，再回來工作就會被逮捕。
zine-testimony-by = 一位在安大略省的亞裔移民性工作者

## Page 4: what the law does

zine-law-heading = 法律帶來了什麼
# PCEPA: the established name, then the English name and short form in parentheses.
zine-law-text = 法律不准移民進入性產業，就連獲准在加拿大工作的人也不例外。<cite>保護社區及被剝削者法</cite>（Protection of Communities and Exploited Persons Act，PCEPA）把性工作的大部分日常環節列為犯罪，還讓同事和客人無法幫忙。

## Page 5: what raids do

zine-raids-heading = 突擊搜查帶來了什麼
# The place, the year and the number are facts: keep them.
zine-raids-text = 警察和加拿大邊境服務局（Canada Border Services Agency）以打擊人口販運為名，展開突擊搜查。即使沒有人口販運的證據，少數族裔性工作者和移民性工作者也會被拘留、驅逐出境。<strong>2015年，渥太華：11名女性被驅逐出境。</strong>突擊搜查迫使人們轉入地下，離援助更遠。

## Page 6: what campaigns get wrong

zine-campaigns-heading = 宣傳活動錯在哪裡
zine-campaigns-text = 宣傳活動把性工作者描繪成受害者。這否定了性工作者能自己作主。誤導人的訊息和數字會加劇恐懼、恐慌和種族主義。剝削存在於許多行業。只有發生在性工作中時才稱之為人口販運，這樣做會造成傷害。

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = 你可以做什麼
zine-act-recognise = 承認性工作是工作。消除歧視。
zine-act-peers = 支持性工作者互相幫助。
zine-act-repeal = 敦促聯邦政府廢除PCEPA。
zine-act-raids = 敦促政府停止對性工作者的突擊搜查、拘留和驅逐出境。
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = 敦促聯邦政府廢除PCEPA這部危害性工作者的法律。

## Page 8: contact

zine-contact-heading = 聯絡我們
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong>一直支持亞裔和移民性工作者。歡迎致電或發電郵給我們。
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = 根據{ -butterfly }的資料單張改寫。
