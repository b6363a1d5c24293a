# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto): Korean.
#
# Style: 합니다; -해 주십시오 where the reader is asked, -해야 합니다 where the state is (title, demands on policy).
# 성노동자 / 성노동, 인신매매, 단속 (raid), 음지 (underground). A particle after a parenthesis follows the word before it:
# 이민난민보호법(IRPA)과.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet.
-butterfly = Butterfly

## Cover

cover-title = 인신매매를 막는다는 명목으로 해를 끼치는 일을 멈춰야 합니다
cover-subtitle = 인신매매 방지 정책과 캠페인은 성노동자에게 해를 끼칩니다. 성노동자의 권리와 정의, 존엄을 위해 나서 주십시오.
cover-byline = <strong>{ -butterfly }</strong>(아시아계 및 이주 성노동자 지원 네트워크, Asian and Migrant Sex Workers Support Network)의 설명 자료를 쉬운 말로 다시 쓴 글
cover-partners = 원문을 함께 쓴 단체: Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT, No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known.

testimony-heading = 한 노동자의 증언
testimony-text =
    경찰이 단속하러 일터에 들이닥쳤습니다. 경찰은 무례했고, 모두를 범죄자로 취급했습니다. 친구 한 명을 연행했는데, 그 친구는 그 뒤 본국으로 보내졌습니다.

    경찰은 이 노동자에게 착취당하고 있느냐고 물었습니다. 대답은 ‘아니요’였습니다. 경찰은 그곳에서 일하면 안 된다고 했고, 나가라고 명령했으며, 다시 일하러 오면 체포하겠다고 위협했습니다.
testimony-by = 온타리오주의 일터에서 단속을 겪은 아시아계 이주 성노동자

## Who we are

who-heading = 우리를 소개합니다
# The lead: set large and bold, the sentence to be kept.
who-lead = 우리는 이주민이든 아니든 성노동자이며, 우리 단체들, 그리고 연대하는 이들과 함께합니다.
who-group = 우리는 인신매매 방지 정책과 캠페인이 성노동자에게, 누구보다 이주민에게 끼치는 해를 걱정합니다.
who-measures = 이런 정책은 성노동과 이주를 겨냥할 때가 많습니다. 정작 이 정책이 돕겠다는 사람들에게는 도움이 되지 않습니다. 생명을 위험에 빠뜨리고 인권을 침해합니다.
who-confusion = 인신매매와 성노동은 자주 혼동됩니다. 성노동은 그 자체로 착취가 아니며, 이주 성노동자라고 해서 모두 인신매매를 당한 것도 아닙니다.

## What the law does

law-heading = 법이 낳는 결과
law-lead = 법은 국가가 사람들을 감시하고 구금하고 추방할 수 있게 합니다.
# A law or an agency, at its first mention: the established name, then the English name and short form in parentheses.
law-powers = 이 권한은 <cite>이민난민보호법</cite>​(Immigration and Refugee Protection Act, IRPA)과 <cite>형법</cite>(Criminal Code)에서 나옵니다. 두 법은 이주를 제한하는 데에도 쓰입니다. 이 법들은 이주민이 성산업에서 일하지 못하게 막습니다. 캐나다에서 일할 자격이 있고 이 일을 자유롭게 선택한 사람도 예외가 아닙니다.
law-helpers = 정부와 경찰은 성노동을 인신매매로 취급할 때가 많습니다. 그래서 성노동자의 이주나 일을 돕는 사람은 누구나 범죄자가 됩니다. 이주는 덜 안전해지고, 착취당할 위험은 커집니다.
law-pcepa = <cite>지역사회 및 착취 피해자 보호법</cite>(Protection of Communities and Exploited Persons Act, PCEPA)은 이제 캐나다 형사법의 일부입니다. 이 법은 이 일의 일상적인 부분 대부분과, 일하며 맺는 많은 관계를 범죄로 만듭니다. 함께 일하거나 광고를 하는 사람까지도 기소될 수 있습니다.
law-allies = 동료와 손님은 도움을 줄 수 있는 사람들입니다. 가진 것이 적거나 현지 말을 못하는 이주민에게는 더욱 그렇습니다. 그런데 법은 동료와 손님까지 범죄자로 만들어 다가가지 못하게 막습니다. 노동 조건이 나쁜 곳에서는 다른 성노동자들의 지원이 큰 도움이 될 수 있습니다.

## What raids do

raids-heading = 단속이 낳는 결과
raids-lead = 단속은 사람들을 음지로 내몰아 도움에서 멀어지게 합니다.
raids-police = 캐나다 연방경찰(Royal Canadian Mounted Police, RCMP), 지역 경찰, 캐나다 국경서비스청(Canada Border Services Agency, CBSA)은 인신매매를 막는다는 명목으로 수사와 단속을 벌입니다. 인신매매의 증거가 없어도 유색인 성노동자와 이주 성노동자를 감시하고, 괴롭히고, 체포하고, 구금하고, 추방할 때가 많습니다.
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11명
ottawa-caption = 2015년 오타와에서 한 차례 인신매매 수사 뒤 추방된 여성
# “피해자” and “성매매 조직” are the police’s words.
ottawa-note = 연방경찰(RCMP)은 캐나다 전역에 걸친 “성매매 조직”에 “피해자” 500명이 있다고 했습니다. 그러면서 이 주장의 근거는 전혀 대지 않았습니다.
raids-hiding = 음지에서는 손님이나 경찰, 고용주의 폭력과 착취에 맞서 도움을 받기가 더 어렵습니다.

## What campaigns get wrong

campaigns-heading = 캠페인의 잘못된 점
campaigns-lead = 캠페인은 성노동자를 피해자로 그립니다.
campaigns-victims = 사회복지 서비스를 받으려고, 또는 경찰이나 비영리 단체로부터 범죄자 취급을 받지 않으려고 스스로를 피해자라고 말해야 하는 사람들도 있습니다. 이는 성노동자가 스스로 결정한다는 것을 부정하고, 성노동자가 겪는 사회적, 경제적, 정치적 억압을 외면합니다.
campaigns-work = 성노동은 진짜 노동으로 인정받지 못합니다. 그래서 이주민은 이 일을 합법적으로 할 수 없고, 노동법의 보호도 받지 못합니다. 그러나 착취와 강제 노동은 이민 정책, 인종 차별, 성차별, 계급 차별 때문에 여러 산업에서 일어납니다.
campaigns-violence = 많은 사람이 폭력을 겪으며, 집에서 또는 배우자나 연인에게 당하기도 합니다. 성산업에서 일어날 때만 이를 인신매매라고 부르는 것은 해롭습니다.
campaigns-numbers = “구출”에 관한 것처럼 오해를 부르는 메시지와 숫자는 불안과 공포, 인종 차별을 키웁니다. 성노동자들 사이의 관계를 국내 또는 국제 “조직범죄”라고 부르는 것은 낙인을 더하고 사람들을 더욱 음지로 내몹니다.

## Rights

rights-heading = 권리, 정의, 존엄
rights-lead = 성노동을 비범죄화해 형사법에서 빼야 합니다.
rights-raids = 단속과 “구출”은 형사 기소와 낙인으로 이어집니다. 또한 성노동자에게, 누구보다 유색인과 이주민에게 해를 끼칩니다.
rights-labour = 성노동자도 다른 일을 하는 사람들처럼 착취당할 수 있지만, 노동법의 보호를 받지 못합니다. 비범죄화와 함께 이주 노동자의 노동 보호와 권리를 보장하면, 도움과 더 나은 노동 조건을 바라는 모든 사람에게 힘이 될 것입니다.

## What you can do: four demands, set as a list with the letters A to D

act-heading = 여러분이 할 수 있는 일
act-recognise = <strong>성노동도 노동임을 인정해 주십시오.</strong> 차별을 끝내 주십시오. 성노동자의 권리와 정의, 그리고 “구출”당하지 않을 권리를 지지해 주십시오.
act-peers = 착취와 학대에 맞서 <strong>서로 돕는 성노동자들을 지지해 주십시오.</strong> 성노동자의 이주 문제에 형사법을 쓰는 일은 멈춰야 합니다. 인신매매 방지 정책은 권리를 존중하고 공동체를 뒷받침하도록 성노동자 단체와 함께 재검토해야 합니다.
act-repeal = <strong>연방 정부에 PCEPA 폐지를 촉구해 주십시오.</strong> 이 법은 성노동자의 생명과 건강, 안전을 위험에 빠뜨립니다.
act-raids = <strong>성노동자에 대한 단속과 구금, 추방을 멈추라고 정부에 촉구해 주십시오.</strong> 캐나다 국경서비스청(CBSA)은 인신매매 수사에 절대로 참여해서는 안 됩니다.

## Contact

contact-heading = 연락해 주십시오
# $organisation (String): who hands this leaflet out. 에서 fits after any name; 은/는 would not.
contact-text = <strong>{ $organisation }</strong>에서 아시아계·이주 성노동자의 곁을 지킵니다. 전화나 메시지를 주십시오.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = 초안, 아직 공동체의 검토를 받지 않음
