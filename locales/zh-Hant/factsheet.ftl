# The factsheet, plain-language edition, in Traditional Chinese (Hong Kong and Taiwan). Translated from locales/en.
#
# Quotes are 「 」. No space between Han and Latin or digits, no 《》 around <cite>: the program sets both.
# 「拯救」 (rescue) and 「受害者」 (victim) stand in quotation marks because sex workers reject the word there.
# The reader is 你, as among peers. A law or an agency, at its first mention: the established name, then the English name
# and short form in parentheses.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet. It ends in a parenthesis: put no other one right after it.
-butterfly = 遷蝶（Butterfly）

## Cover

cover-title = 停止以打擊人口販運為名的傷害
cover-subtitle = 反人口販運的政策和宣傳活動正在傷害性工作者。請捍衛性工作者的權利、正義與尊嚴。
cover-byline = 淺白版，根據<strong>{ -butterfly }</strong>（亞裔及移民性工作者支援網絡，Asian and Migrant Sex Workers Support Network）的資料單張改寫
cover-partners = 原文合作撰寫團體：Migrant Sex Workers Project、Maggie’s、Canadian HIV/AIDS Legal Network、STRUT和No One Is Illegal。

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known: no 她 or 他 for the speaker or the friend.

testimony-heading = 一位性工作者的講述
testimony-text =
    警察突擊搜查工作場所。警察態度惡劣，把每個人都當成罪犯，還帶走了一位朋友。這位朋友後來被送回國了。

    警察問這位性工作者：有沒有受到剝削？回答是沒有。警察說不准在那裡工作，命令這位性工作者離開，還威脅說，再回來工作就會被逮捕。
testimony-by = 一位在安大略省工作時遇上突擊搜查的亞裔移民性工作者

## Who we are

who-heading = 我們是誰
# The lead: set large and bold, the sentence to be kept.
who-lead = 我們是性工作者，有些是移民，有些不是；和我們一起的，還有我們的組織和盟友。
who-group = 反人口販運的政策和宣傳活動傷害性工作者，尤其是移民，我們為此擔憂。
who-measures = 這些政策往往把矛頭指向性工作和移民。政策聲稱要幫助的人，並沒有得到幫助。這些政策危害生命，侵犯人權。
who-confusion = 人口販運和性工作經常被混為一談。性工作本身並不是剝削，也不是每一位移民性工作者都是被販運來的。

## What the law does

law-heading = 法律帶來了什麼
law-lead = 法律讓國家有權對人進行監視、拘留和驅逐出境。
law-powers = 這些權力來自<cite>移民及難民保護法</cite>（Immigration and Refugee Protection Act，IRPA）和<cite>刑事法典</cite>（Criminal Code）。這兩部法律也被用來限制移民，還不准移民進入性產業，就連獲准在加拿大工作、自願選擇這份工作的人也不例外。
law-helpers = 政府和警方常常把性工作當成人口販運。於是，誰幫助性工作者移民或工作，誰就成了罪犯。移民的過程變得更不安全，受剝削的風險也隨之增加。
law-pcepa = <cite>保護社區及被剝削者法</cite>（Protection of Communities and Exploited Persons Act，PCEPA）現在是加拿大刑法的一部分。它把這份工作的大部分日常環節列為犯罪，也把工作中的許多人際關係列為犯罪。就連一起工作或刊登廣告的人，也可能被起訴。
law-allies = 同事和客人本來可以幫忙，尤其可以幫助缺乏資源或語言不通的移民。法律卻把同事和客人也列為罪犯，拒人於門外。在工作條件惡劣的地方，其他性工作者的支持可以幫上大忙。

## What raids do

raids-heading = 突擊搜查帶來了什麼
raids-lead = 突擊搜查迫使人們轉入地下，離援助更遠。
# RCMP: the federal police. CBSA: the border agency.
raids-police = 加拿大皇家騎警（Royal Canadian Mounted Police，RCMP，聯邦警察）、地方警察和加拿大邊境服務局（Canada Border Services Agency，CBSA）以打擊人口販運為名，展開調查和突擊搜查。即使沒有任何人口販運的證據，少數族裔性工作者和移民性工作者也常常被監視、騷擾、逮捕、拘留、驅逐出境。
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11名
ottawa-caption = 女性在2015年渥太華的一次反人口販運調查後被驅逐出境
# 「受害者」 and 「賣淫集團」 are the police’s words.
ottawa-note = 加拿大皇家騎警（RCMP）稱，一個遍及加拿大的「賣淫集團」中有500名「受害者」。對於這個說法，皇家騎警沒有提出任何依據。
raids-hiding = 轉入地下以後，一旦遭到客人、警察或僱主的暴力和剝削，就更難求助。

## What campaigns get wrong

campaigns-heading = 宣傳活動錯在哪裡
campaigns-lead = 宣傳活動把性工作者描繪成受害者。
campaigns-victims = 有些性工作者必須自稱受害者，才能得到社會服務，或者才不會被警察或非營利機構當成罪犯。這否定了性工作者能自己作主，也無視性工作者承受的社會、經濟和政治壓迫。
campaigns-work = 性工作不被當成真正的工作。因此，移民不能合法地做這份工作，也得不到勞工法律的保障。但是，剝削和強迫勞動存在於許多行業，起因是移民政策、種族主義、性別歧視和階級偏見。
campaigns-violence = 許多人都經歷過暴力，包括家中的暴力和來自伴侶的暴力。只有發生在性產業時才稱之為人口販運，這樣做會造成傷害。
campaigns-numbers = 誤導人的訊息和數字，例如有關「拯救」的說法，會加劇恐懼、恐慌和種族主義。把性工作者之間的聯繫稱為國內或跨國的「有組織犯罪」，會加深污名，迫使人們進一步轉入地下。

## Rights

rights-heading = 權利、正義、尊嚴
rights-lead = 讓性工作非刑事化（除罪化），不再受刑法管制。
rights-raids = 突擊搜查和「拯救」帶來刑事指控和污名，傷害性工作者，其中有色人種和移民受到的傷害最深。
rights-labour = 性工作者和其他行業的人一樣，也可能受到剝削，卻沒有任何勞工法律保障。非刑事化，加上移民勞工的勞工保障和權利，能幫到所有想求助、想改善工作條件的人。

## What you can do: four demands, set as a list with the letters A to D

act-heading = 你可以做什麼
act-recognise = <strong>承認性工作是工作。</strong>消除歧視。支持性工作者爭取權利和正義，支持不被「拯救」的權利。
act-peers = <strong>支持性工作者互相幫助，</strong>對抗剝削和虐待。停止用刑法處理性工作者的移民問題。與性工作者組織一起檢討反人口販運政策，讓政策尊重權利、支持社群。
act-repeal = <strong>敦促聯邦政府廢除PCEPA。</strong>這部法律危害性工作者的生命、健康和安全。
act-raids = <strong>敦促政府停止對性工作者的突擊搜查、拘留和驅逐出境。</strong>加拿大邊境服務局（CBSA）絕不可參與反人口販運調查。

## Contact

contact-heading = 聯絡我們
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong>一直支持亞裔和移民性工作者。歡迎致電或發電郵給我們。
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = 草稿，尚未經社群審閱
