# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Thai, in the words of factsheet.ftl:
# plain written Thai without ครับ/ค่ะ, พนักงานบริการ, งานบริการทางเพศ, การค้ามนุษย์, การเอารัดเอาเปรียบ,
# การบุกตรวจค้น. Spaces instead of commas and stops.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = หยุดการทำร้ายในนามของการต่อต้านการค้ามนุษย์
zine-cover-subtitle = ขอให้ร่วมยืนหยัดเพื่อสิทธิ ความเป็นธรรม และศักดิ์ศรีของพนักงานบริการทางเพศ

## Page 2: who we are

zine-who-heading = เราคือใคร
zine-who-text = เราคือพนักงานบริการทางเพศ ทั้งที่ย้ายถิ่นและไม่ย้ายถิ่น รวมทั้งองค์กรและพันธมิตรของเรา ตัวงานบริการทางเพศเองไม่ใช่การเอารัดเอาเปรียบ และพนักงานบริการข้ามชาติไม่ได้ถูกค้ามนุษย์กันทุกคน

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known.

zine-testimony-heading = คำบอกเล่าของคนทำงานคนหนึ่ง
zine-testimony-text = ตำรวจบุกเข้าตรวจค้นที่ทำงานและปฏิบัติต่อทุกคนเหมือนเป็นอาชญากร ตำรวจเอาตัวเพื่อนคนหนึ่งไป แล้วเพื่อนคนนั้นก็ถูกส่งกลับประเทศ ตำรวจถามคนทำงานคนนี้ว่าถูกเอารัดเอาเปรียบหรือไม่ คำตอบคือไม่ ตำรวจสั่งให้ออกไป และขู่ว่าจะจับกุมถ้ากลับมาทำงานอีก
zine-testimony-by = พนักงานบริการข้ามชาติชาวเอเชียในออนแทรีโอ

## Page 4: what the law does

zine-law-heading = กฎหมายส่งผลอย่างไร
zine-law-text = กฎหมายห้ามผู้ย้ายถิ่นทำงานในธุรกิจบริการทางเพศ แม้แต่คนที่มีสิทธิทำงานในแคนาดาก็ถูกห้าม <cite>พระราชบัญญัติคุ้มครองชุมชนและผู้ถูกแสวงหาประโยชน์</cite> (Protection of Communities and Exploited Persons Act, PCEPA) ทำให้กิจวัตรส่วนใหญ่ของงานนี้กลายเป็นความผิดทางอาญา และกันเพื่อนร่วมงานและลูกค้าไม่ให้เข้ามาช่วย

## Page 5: what raids do

zine-raids-heading = การบุกตรวจค้นส่งผลอย่างไร
# The place, the year and the number are facts: keep them.
zine-raids-text = ตำรวจและสำนักงานบริการชายแดนแคนาดา (Canada Border Services Agency) บุกตรวจค้นในนามของการต่อต้านการค้ามนุษย์ พนักงานบริการที่ไม่ใช่คนผิวขาวและพนักงานบริการข้ามชาติถูกควบคุมตัวและเนรเทศ แม้ไม่มีหลักฐานการค้ามนุษย์ <strong>ออตตาวา ค.ศ. 2015: ผู้หญิง 11 คนถูกเนรเทศ</strong> การบุกตรวจค้นผลักผู้คนให้ต้องหลบซ่อน และห่างไกลจากความช่วยเหลือ

## Page 6: what campaigns get wrong

zine-campaigns-heading = การรณรงค์ผิดตรงไหน
zine-campaigns-text = การรณรงค์วาดภาพพนักงานบริการให้เป็นเหยื่อ การทำเช่นนี้ไม่ยอมรับว่าพนักงานบริการตัดสินใจด้วยตัวเอง ข้อความและตัวเลขที่ชวนให้เข้าใจผิดปลุกความกลัว ความตื่นตระหนก และการเหยียดเชื้อชาติ การเอารัดเอาเปรียบมีอยู่ในหลายอุตสาหกรรม การเรียกสิ่งนี้ว่าการค้ามนุษย์เฉพาะเมื่อเกิดในงานบริการทางเพศนั้นก่อผลร้าย

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = สิ่งที่คุณทำได้
zine-act-recognise = ยอมรับว่างานบริการทางเพศคืองาน ยุติการเลือกปฏิบัติ
zine-act-peers = สนับสนุนพนักงานบริการที่ช่วยเหลือกันเอง
zine-act-repeal = เรียกร้องให้รัฐบาลกลางยกเลิกกฎหมาย PCEPA
zine-act-raids = เรียกร้องให้รัฐบาลหยุดบุกตรวจค้น ควบคุมตัว และเนรเทศพนักงานบริการ
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = เรียกร้องให้รัฐบาลกลางยกเลิก PCEPA กฎหมายที่ทำให้พนักงานบริการทางเพศตกอยู่ในอันตราย

## Page 8: contact

zine-contact-heading = คุยกับเรา
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong> อยู่เคียงข้างพนักงานบริการชาวเอเชียและข้ามชาติ โทรหาหรือเขียนถึงเราได้
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = เรียบเรียงจากเอกสารข้อมูลของ { -butterfly }
