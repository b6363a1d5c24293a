# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Korean, in the words of factsheet.ftl:
# 합니다, 성노동자 / 성노동, 인신매매, 단속 (raid), 음지 (underground).
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = 인신매매를 막는다는 명목으로 해를 끼치는 일을 멈춰야 합니다
zine-cover-subtitle = 성노동자의 권리와 정의, 존엄을 위해 나서 주십시오.

## Page 2: who we are

zine-who-heading = 우리를 소개합니다
zine-who-text = 우리는 이주민이든 아니든 성노동자이며, 우리 단체들, 그리고 연대하는 이들과 함께합니다. 성노동은 그 자체로 착취가 아니며, 이주 성노동자라고 해서 모두 인신매매를 당한 것도 아닙니다.

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known.

zine-testimony-heading = 한 노동자의 증언
zine-testimony-text = 경찰이 단속하러 일터에 들이닥쳐 모두를 범죄자로 취급했습니다. 친구 한 명을 연행했고, 그 친구는 본국으로 보내졌습니다. 경찰은 이 노동자에게 착취당하고 있느냐고 물었습니다. 대답은 ‘아니요’였습니다. 경찰은 나가라고 명령했고, 다시 일하러 오면 체포하겠다고 위협했습니다.
zine-testimony-by = 온타리오주의 아시아계 이주 성노동자

## Page 4: what the law does

zine-law-heading = 법이 낳는 결과
zine-law-text = 법은 이주민이 성산업에서 일하지 못하게 막습니다. 캐나다에서 일할 자격이 있는 사람도 예외가 아닙니다. <cite>지역사회 및 착취 피해자 보호법</cite>(Protection of Communities and Exploited Persons Act, PCEPA)은 성노동의 일상적인 부분 대부분을 범죄로 만듭니다. 이 법은 동료와 손님이 돕지 못하게 막습니다.

## Page 5: what raids do

zine-raids-heading = 단속이 낳는 결과
# The place, the year and the number are facts: keep them.
zine-raids-text = 경찰과 캐나다 국경서비스청(Canada Border Services Agency)은 인신매매를 막는다는 명목으로 단속을 벌입니다. 유색인 성노동자와 이주 성노동자는 인신매매의 증거가 없어도 구금되고 추방됩니다. <strong>2015년 오타와: 여성 11명 추방.</strong> 단속은 사람들을 음지로 내몰아 도움에서 멀어지게 합니다.

## Page 6: what campaigns get wrong

zine-campaigns-heading = 캠페인의 잘못된 점
zine-campaigns-text = 캠페인은 성노동자를 피해자로 그립니다. 이는 성노동자가 스스로 결정한다는 것을 부정합니다. 오해를 부르는 메시지와 숫자는 불안과 공포, 인종 차별을 키웁니다. 착취는 여러 산업에서 일어납니다. 성노동에서 일어날 때만 이를 인신매매라고 부르는 것은 해롭습니다.

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = 여러분이 할 수 있는 일
zine-act-recognise = 성노동도 노동임을 인정해 주십시오. 차별을 끝내 주십시오.
zine-act-peers = 서로 돕는 성노동자들을 지지해 주십시오.
zine-act-repeal = 연방 정부에 PCEPA 폐지를 촉구해 주십시오.
zine-act-raids = 성노동자에 대한 단속과 구금, 추방을 멈추라고 정부에 촉구해 주십시오.
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = 성노동자를 위험에 빠뜨리는 법인 PCEPA를 폐지하라고 연방 정부에 촉구해 주십시오.

## Page 8: contact

zine-contact-heading = 연락해 주십시오
# $organisation (String): who hands this zine out. 에서 fits after any name; 은/는 would not.
zine-contact-text = <strong>{ $organisation }</strong>에서 아시아계·이주 성노동자의 곁을 지킵니다. 전화나 메시지를 주십시오.
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = { -butterfly }의 설명 자료를 바탕으로 했습니다.
