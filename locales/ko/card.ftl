# The wallet card: two sides of 88.9 × 50.8 mm. Korean, in the words of factsheet.ftl: 성노동자, 인신매매, 단속.
# The demands ask the reader, as in the factsheet (-해 주십시오); the heading, as its title, speaks of what must stop (-야 합니다).
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = 혼자가 아닙니다
card-who = 우리는 이주민이든 아니든 성노동자이며, 연대하는 이들과 함께합니다.
# $organisation (String): who hands this card out. 에서 fits after any name; 은/는 would not.
card-help = <strong>{ $organisation }</strong>에서 아시아계·이주 성노동자의 곁을 지킵니다. 도움이 필요하십니까? 전화나 메시지를 주십시오. 편견 없이 대하겠습니다.
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = 해를 끼치는 일을 멈춰야 합니다
card-act-recognise = 성노동도 노동임을 인정해 주십시오.
card-act-peers = 서로 돕는 성노동자들을 지지해 주십시오.
card-act-repeal = PCEPA 폐지를 요구해 주십시오. 생명을 위험에 빠뜨리는 법입니다.
card-act-raids = 단속과 구금, 추방을 멈추라고 요구해 주십시오.
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
