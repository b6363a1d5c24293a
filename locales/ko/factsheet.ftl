# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto): Korean.
#
# Style: 합니다, 성노동자 / 성노동, 인신매매, 단속 (raid), 음지 (underground). A particle after a
# parenthesis follows the word before it: 이민난민보호법(IRPA)과.
#
# Variables, from [organisation] in polyleaf.toml (or from the file given with --org):
# $organisation (String): who hands this leaflet out, for example "Butterfly"
# $phone (String): its phone number, for example "416-906-3098"
# $email (String): its e-mail address
# $website (String): its website, without https://

# The network that wrote the factsheet.
-butterfly = Butterfly

## Cover

cover-title = 인신매매를 막는다는 명목으로 해를 끼치는 일을 멈추십시오
cover-subtitle = 인신매매 방지 정책과 캠페인은 성노동자에게 해를 끼칩니다. 성노동자의 권리와 정의, 존엄을 위해 나서 주십시오.
cover-byline = <strong>{ -butterfly }</strong>(아시아계 및 이주 성노동자 지원 네트워크)의 설명 자료를 쉬운 말로 다시 쓴 판
cover-partners = 함께한 단체: Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT, No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known.

testimony-heading = 한 노동자의 증언
testimony-text =
    경찰이 단속하러 일터에 들이닥쳤습니다. 경찰은 무례했고, 모두를 범죄자로 취급했습니다. 친구 한 명을 데려갔는데, 그 친구는 그 뒤 본국으로 보내졌습니다.

    경찰은 이 노동자에게 착취당하고 있느냐고 물었습니다. 노동자는 아니라고 답했습니다. 경찰은 그곳에서 일하면 안 된다고 했고, 나가라고 명령했으며, 다시 오면 체포하겠다고 위협했습니다.
testimony-by = 아시아계 이주 성노동자, 온타리오주의 단속 현장에서

# The numbers and the place are facts. “피해자” is the police’s word.
ottawa = <strong>2015년 오타와:</strong> 인신매매 수사 한 건이 <strong>여성 11명의 추방</strong>으로 끝났습니다. 캐나다 연방경찰(RCMP)은 캐나다 전역에 걸친 성매매 조직에 “피해자” 500명이 있다고 했습니다. 그러면서 이 주장의 근거는 전혀 대지 않았습니다.

## Who we are

who-heading = 우리를 소개합니다
who-group = 우리는 성노동자들이며, 이주민도 있고 이주민이 아닌 사람도 있습니다. 우리 단체들과 연대하는 이들도 함께합니다. 우리는 인신매매 방지 정책이 성노동자에게, 누구보다 이주민에게 어떤 해를 끼치는지 보고 있습니다.
who-measures = 이런 정책은 성노동과 이주를 겨냥할 때가 많습니다. 정작 이 정책이 대변한다는 사람들에게는 도움이 되지 않습니다. 생명을 위험에 빠뜨리고 인권을 침해합니다.
who-confusion = 인신매매와 성노동은 자주 혼동됩니다. 성노동은 그 자체로 착취가 아니며, 이주 성노동자라고 해서 모두 인신매매를 당한 것도 아닙니다.

## What the law does

law-heading = 법이 낳는 결과
law-powers = <cite>이민난민보호법</cite>(IRPA)과 <cite>형법</cite>은 사람들을 감시하고 구금하고 추방할 권한을 국가에 주며, 이주를 제한하는 데 쓰입니다. 이 법들은 이주민이 성산업에서 일하지 못하게 막습니다. 캐나다에서 일할 자격이 있고 이 일을 자유롭게 선택한 사람도 예외가 아닙니다.
law-helpers = 성노동은 인신매매로 취급됩니다. 그래서 성노동자의 이주나 일을 돕는 사람은 누구나 범죄자가 됩니다. 이주는 덜 안전해지고, 착취당할 위험은 커집니다.
law-pcepa = <cite>지역사회 및 착취 피해자 보호법</cite>(PCEPA)은 이제 캐나다 형사법의 일부입니다. 이 법은 이 일의 일상적인 부분 대부분과, 일하며 맺는 많은 관계를 범죄로 만듭니다. 함께 일하거나 광고를 하는 사람까지도 기소될 수 있습니다.
law-allies = 동료와 손님은 도움을 줄 수 있는 사람들입니다. 돈이 별로 없거나 현지 말을 못하는 이주민에게는 더욱 그렇습니다. 법은 동료와 손님이 다가가지 못하게 막습니다. 하지만 노동 조건이 나쁜 곳에서는 다른 성노동자들의 지원이 가장 큰 도움이 될 수 있습니다.

## What raids do

raids-heading = 단속이 낳는 결과
raids-police = 캐나다 연방경찰(RCMP), 지역 경찰, 캐나다 국경서비스청(CBSA)은 인신매매를 막는다는 명목으로 수사와 단속을 벌입니다. 유색인 성노동자와 이주 성노동자는 감시와 괴롭힘을 당하고, 체포되고, 구금되고, 추방됩니다. 인신매매의 증거가 없어도 그렇습니다.
raids-hiding = 이 때문에 사람들은 음지로 내몰리고, 손님이나 경찰, 고용주의 폭력과 착취에 맞서 도움을 받기가 더 어려워집니다.

## What campaigns get wrong

campaigns-heading = 캠페인의 잘못된 점
campaigns-work = 성노동은 진짜 노동으로 인정받지 못합니다. 그래서 이주민은 이 일을 합법적으로 할 수 없고, 노동법의 보호도 받지 못합니다. 그러나 착취와 강제 노동은 이민 정책, 인종 차별, 성차별, 계급 차별 때문에 여러 산업에서 일어납니다.
campaigns-violence = 많은 사람이 폭력을 겪으며, 집에서 또는 배우자나 연인에게 당하기도 합니다. 성산업에서만 이를 인신매매라고 부르는 것은 해롭습니다.
campaigns-victims = 캠페인은 성노동자를 피해자로 그립니다. 서비스를 받으려고, 또는 경찰이나 비영리 단체로부터 범죄자 취급을 받지 않으려고 스스로를 피해자라고 말해야 하는 사람들도 있습니다. 이는 성노동자가 스스로 결정한다는 것을 부정하고, 사회적, 경제적, 정치적 원인을 외면합니다.
campaigns-numbers = 오해를 부르는 메시지와 숫자, 이를테면 “구출”에 관한 것들은 두려움과 패닉, 인종 차별을 키웁니다. 성노동자들 사이의 관계를 국내 또는 국제 “조직범죄”라고 부르는 것은 낙인을 더하고 사람들을 더욱 음지로 내몹니다.

## Rights

rights-heading = 권리, 정의, 존엄
rights-raids = 단속과 “구출”은 형사 기소와 낙인으로 이어집니다. 또한 성노동자에게, 누구보다 유색인과 이주민에게 해를 끼칩니다.
rights-labour = 이 일에서도 다른 일에서처럼 착취가 일어나지만, 노동 보호는 없습니다. 성노동을 형사법에서 제외하고, 이주 노동자에게 노동 보호와 권리를 보장해 주십시오. 그러면 도움과 더 나은 노동 조건을 바라는 모든 사람에게 힘이 될 것입니다.

## What you can do: four demands, each numbered and set as a list

act-heading = 여러분이 할 수 있는 일
act-recognise = <strong>성노동도 노동임을 인정해 주십시오.</strong> 차별을 끝내 주십시오. 성노동자의 권리와 정의, 그리고 “구출”당하지 않을 권리를 지지해 주십시오.
act-peers = <strong>성노동자가 이끄는 지원 활동을 지지해 주십시오.</strong> 착취와 학대에 맞서는 활동입니다. 이주 문제에 형사법을 쓰는 일을 멈춰 주십시오. 인신매매 방지 정책을 성노동자 단체와 함께 재검토해 주십시오.
act-repeal = <strong>연방 정부에 PCEPA 폐지를 촉구해 주십시오.</strong> 이 법은 성노동자의 생명과 건강, 안전을 위험에 빠뜨립니다.
act-raids = <strong>성노동자에 대한 단속과 구금, 추방을 멈추라고 정부에 촉구해 주십시오.</strong> 캐나다 국경서비스청(CBSA)은 인신매매 수사에 절대로 참여해서는 안 됩니다.

## Contact

contact-heading = 연락해 주십시오
# $organisation (String): who hands this leaflet out. 에서 fits after any name; 은/는 would not.
contact-text = <strong>{ $organisation }</strong>에서 아시아계 성노동자와 이주 성노동자의 곁을 지킵니다. 전화하거나 메시지를 보내 주십시오.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = 초안, 아직 공동체의 검토를 받지 않음
