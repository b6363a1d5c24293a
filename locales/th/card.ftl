# The wallet card: two sides of 88.9 × 50.8 mm. Thai, in the words of factsheet.ftl: plain written Thai
# without ครับ/ค่ะ, พนักงานบริการ (in full, พนักงานบริการทางเพศ, in card-help, for card-who has no room), การค้ามนุษย์,
# การบุกตรวจค้น. Spaces instead of commas and stops.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Front: who we are, and where to ask for help

card-help-heading = คุณไม่ได้อยู่ลำพัง
card-who = เราคือพนักงานบริการ ทั้งย้ายถิ่นและไม่ย้าย และพันธมิตร
# $organisation (String): who hands this card out
card-help = <strong>{ $organisation }</strong> อยู่เคียงข้างพนักงานบริการทางเพศชาวเอเชียและข้ามชาติ ต้องการความช่วยเหลือไหม โทรหาหรือเขียนถึงเราได้ เราไม่ตัดสินใคร
# $phone (String): the phone number
card-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
card-email = <a data-l10n-name="email">{ $email }</a>

## Back: the four demands, one short line each, with the letters A to D

card-act-heading = หยุดการทำร้าย
card-act-recognise = ยอมรับว่างานบริการทางเพศคืองาน
card-act-peers = สนับสนุนพนักงานบริการที่ช่วยเหลือกันเอง
card-act-repeal = ยกเลิกกฎหมาย PCEPA ที่ทำให้ชีวิตคนตกอยู่ในอันตราย
card-act-raids = หยุดการบุกตรวจค้น ควบคุมตัว และเนรเทศ
# $website (String): the website
card-website = <a data-l10n-name="website">{ $website }</a>
