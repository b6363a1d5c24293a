title = اعرف حقوقك
account-heading = ما حدث لي
account-text = جاؤوا ليلا وطلبوا أوراقي. لم أكن أعرف أن بإمكاني أن أطلب مترجما.
who-heading = من نحن
who-text = نحن شبكة أصدقاء في مدن كثيرة. نستمع إليك ونترجم لك ونذهب معك إلى حيث لا تريد أن تذهب وحدك.
book = احجز موعدا بهاتفك:
who-more = تستغرق الزيارة نصف ساعة. لا يسألك أحد عن اسمك أو أوراقك، ويمكنك أن تحضر صديقا معك.
act-heading = ماذا يمكنك أن تفعل
act-one = اطلب مترجما قبل أن توقع على أي شيء.
act-two = اطلب محاميا.
contact-heading = تحدث إلينا
# $phone (String): the number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
