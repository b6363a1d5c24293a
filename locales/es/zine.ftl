# The mini-zine: eight pages of about 70 × 108 mm, one thought a page. Spanish, in the words of
# factsheet.ftl: usted, “trata”, “personas trabajadoras sexuales”.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

## Page 1: cover

zine-cover-title = Alto al daño causado en nombre de la lucha contra la trata de personas
zine-cover-subtitle = Defienda los derechos, la dignidad y la justicia para las personas trabajadoras sexuales.

## Page 2: who we are

zine-who-heading = Quiénes somos
zine-who-text = Somos personas trabajadoras sexuales, migrantes o no, con nuestras organizaciones y personas aliadas. El trabajo sexual no es en sí explotación, y no todas las personas migrantes que lo ejercen han sido objeto de trata.

## Page 3: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

zine-testimony-heading = El relato de quien lo vivió
zine-testimony-text = La policía hizo una redada en el lugar de trabajo y trató a todas las personas como delincuentes. Se llevó a una amiga, que fue devuelta a su país. A quien cuenta esto le preguntaron: ¿sufre usted explotación? La respuesta fue no. Le ordenaron irse y amenazaron con un arresto si regresaba a trabajar.
zine-testimony-by = Una persona trabajadora sexual asiática y migrante, en Ontario

## Page 4: what the law does

zine-law-heading = Lo que hace la ley
# PCEPA: the established name, then the English name and short form in parentheses.
zine-law-text = La ley prohíbe a las personas migrantes trabajar en la industria del sexo, incluso a las que tienen permiso para trabajar en Canadá. La <cite>Ley de Protección de las Comunidades y las Personas Explotadas</cite> (Protection of Communities and Exploited Persons Act, PCEPA) convierte en delito la mayor parte del trabajo sexual cotidiano. Impide que colegas y clientes ayuden.

## Page 5: what raids do

zine-raids-heading = Lo que hacen las redadas
# The place, the year and the number are facts: keep them.
zine-raids-text = La policía y la Agencia de Servicios Fronterizos de Canadá (Canada Border Services Agency) hacen redadas en nombre de la lucha contra la trata. Detienen y deportan a personas trabajadoras sexuales racializadas o migrantes, aun sin pruebas de trata. <strong>Ottawa, 2015: 11 mujeres deportadas.</strong> Las redadas empujan a la gente a la clandestinidad, lejos de la ayuda.

## Page 6: what campaigns get wrong

zine-campaigns-heading = En qué se equivocan las campañas
zine-campaigns-text = Las campañas presentan a las personas trabajadoras sexuales como víctimas. Esto niega que decidan por sí mismas. Los mensajes y números engañosos avivan el miedo, el pánico y el racismo. La explotación existe en muchos sectores. Hace daño llamarla «trata» solo cuando ocurre en el trabajo sexual.

## Page 7: what you can do, four short steps, set as a list with the letters A to D

zine-act-heading = Qué puede hacer usted
zine-act-recognise = Reconozca que el trabajo sexual es trabajo. Ponga fin a la discriminación.
zine-act-peers = Apoye la ayuda mutua entre personas trabajadoras sexuales.
zine-act-repeal = Exija al gobierno federal que derogue la PCEPA.
zine-act-raids = Exija al gobierno el fin de las redadas, detenciones y deportaciones de personas trabajadoras sexuales.
# Of the poster, in the place of zine-act-repeal.
poster-act-repeal = Exija al gobierno federal que derogue la PCEPA, la ley que pone en peligro a las personas trabajadoras sexuales.

## Page 8: contact

zine-contact-heading = Hablemos
# $organisation (String): who hands this zine out
zine-contact-text = <strong>{ $organisation }</strong> acompaña a personas trabajadoras sexuales asiáticas y migrantes. Llámenos o escríbanos.
# $phone (String): the phone number
zine-contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
zine-contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
zine-contact-website = <a data-l10n-name="website">{ $website }</a>
zine-contact-note = Basado en la hoja informativa de { -butterfly }.
