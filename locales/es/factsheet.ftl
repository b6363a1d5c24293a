# The factsheet, plain-language edition, after the factsheet of Butterfly (Toronto).
# Spanish (es-419 in tone): usted; “trata”, never the other word; “personas trabajadoras sexuales”.
#
# Variables: $organisation, $phone, $email, $website (all String); see the English file.

# A name: kept.
-butterfly = Butterfly

## Cover

cover-title = Alto al daño causado en nombre de la lucha contra la trata de personas
cover-subtitle = Las políticas y campañas contra la trata dañan a las personas trabajadoras sexuales. Defienda sus derechos, su dignidad y la justicia.
cover-byline = Edición en lenguaje claro de la hoja informativa de <strong>{ -butterfly }</strong> (Asian and Migrant Sex Workers Support Network, red de apoyo a personas trabajadoras sexuales asiáticas y migrantes)
cover-partners = Original escrito con Migrant Sex Workers Project, Maggie’s, Canadian HIV/AIDS Legal Network, STRUT y No One Is Illegal.

## Testimony: the account of an Asian migrant sex worker in Ontario, reported, not quoted.
## The speaker’s gender is not known; write around it. The friend is a woman.

testimony-heading = El relato de quien lo vivió
testimony-text =
    La policía hizo una redada en el lugar de trabajo. Fue grosera y trató a todas las personas como delincuentes. Se llevó a una amiga, que luego fue devuelta a su país.

    A quien cuenta esto le preguntaron: ¿sufre usted explotación? La respuesta fue no. Le dijeron que no se permitía trabajar allí, le ordenaron irse y amenazaron con un arresto si regresaba a trabajar.
testimony-by = Una persona trabajadora sexual asiática y migrante, en su trabajo durante una redada en Ontario

## Who we are

who-heading = Quiénes somos
# The lead: set large and bold, the sentence to be kept.
who-lead = Somos personas trabajadoras sexuales, migrantes o no, con nuestras organizaciones y personas aliadas.
who-group = Nos preocupa el daño que las políticas y campañas contra la trata hacen a las personas trabajadoras sexuales, sobre todo a las migrantes.
who-measures = Estas políticas suelen ir contra el trabajo sexual y la migración. No ayudan a quienes dicen ayudar. Ponen vidas en peligro y violan los derechos humanos.
who-confusion = A menudo se confunde la trata con el trabajo sexual. El trabajo sexual no es en sí explotación, y no todas las personas migrantes que lo ejercen han sido objeto de trata.

## What the law does

law-heading = Lo que hace la ley
law-lead = La ley permite al Estado vigilar, detener y deportar a personas.
# A law or an agency, at its first mention: the established name, then the English name and short form in parentheses.
law-powers = Estos poderes vienen de la <cite>Ley de Inmigración y Protección de Refugiados</cite> (Immigration and Refugee Protection Act, IRPA) y del <cite>Código Penal</cite> (Criminal Code). Ambas leyes se usan también para limitar la migración. Prohíben la industria del sexo a las personas migrantes, incluso a las que tienen permiso para trabajar en Canadá y eligieron libremente este trabajo.
law-helpers = El gobierno y la policía suelen equiparar el trabajo sexual con la trata. Por eso se criminaliza a quien ayuda a personas trabajadoras sexuales a migrar o a trabajar. Migrar se vuelve menos seguro y crece el riesgo de explotación.
law-pcepa = La <cite>Ley de Protección de las Comunidades y las Personas Explotadas</cite> (Protection of Communities and Exploited Persons Act, PCEPA), hoy parte del derecho penal de Canadá, convierte en delito la mayor parte del trabajo sexual cotidiano y muchas relaciones de trabajo. Incluso quienes trabajan con colegas o se anuncian pueden enfrentar cargos.
law-allies = Colegas y clientes podrían ayudar, sobre todo a migrantes con pocos recursos o que no hablan el idioma. Pero la ley también criminaliza a colegas y clientes y los aleja. Donde las condiciones son malas, el apoyo de otras personas que ejercen el trabajo sexual puede ayudar mucho.

## What raids do

raids-heading = Lo que hacen las redadas
raids-lead = Las redadas empujan a la gente a la clandestinidad, lejos de la ayuda.
# RCMP: the federal police. CBSA: the border agency.
raids-police = La Real Policía Montada de Canadá (Royal Canadian Mounted Police, RCMP; policía federal), la policía local y la Agencia de Servicios Fronterizos de Canadá (Canada Border Services Agency, CBSA) investigan y hacen redadas en nombre de la lucha contra la trata. A menudo vigilan, acosan, arrestan, detienen y deportan a personas trabajadoras sexuales racializadas o migrantes, aun sin pruebas de trata.
# One fact, set large; the caption reads on from the figure. The numbers and the place are facts: keep them.
ottawa-figure = 11
ottawa-caption = mujeres deportadas tras una investigación contra la trata en Ottawa, en 2015
# “Víctimas” and “red de prostitución” are the police’s words.
ottawa-note = La RCMP habló de 500 «víctimas» en una «red de prostitución» en todo Canadá. No dio fundamentos para afirmarlo.
raids-hiding = En la clandestinidad cuesta más conseguir ayuda contra la violencia y la explotación por parte de clientes, policías o empleadores.

## What campaigns get wrong

campaigns-heading = En qué se equivocan las campañas
campaigns-lead = Las campañas presentan a las personas trabajadoras sexuales como víctimas.
campaigns-victims = Algunas deben declararse víctimas para recibir servicios sociales, o para que la policía o entidades sin fines de lucro no las traten como delincuentes. Esto niega que decidan por sí mismas e ignora la opresión social, económica y política que viven.
campaigns-work = No se reconoce el trabajo sexual como trabajo de verdad. Por eso las personas migrantes no pueden ejercerlo legalmente y las leyes laborales no las protegen. Pero en muchos sectores hay explotación y trabajo forzoso, por políticas migratorias, racismo, sexismo y clasismo.
campaigns-violence = Muchas personas viven violencia, también en el hogar y por parte de su pareja. Hace daño llamarla «trata» solo cuando ocurre en la industria del sexo.
campaigns-numbers = Los mensajes y números engañosos, como los de «rescates», avivan el miedo, el pánico y el racismo. Llamar «crimen organizado», nacional o transnacional, a los lazos entre personas trabajadoras sexuales suma estigma y las empuja aún más a la clandestinidad.

## Rights

rights-heading = Derechos, justicia, dignidad
rights-lead = Hay que despenalizar el trabajo sexual: sacarlo del derecho penal.
rights-raids = Las redadas y los «rescates» traen cargos penales y estigma. Dañan a las personas trabajadoras sexuales, sobre todo a las racializadas o migrantes.
rights-labour = Las personas trabajadoras sexuales pueden sufrir explotación como en cualquier trabajo, pero ninguna ley laboral las protege. La despenalización, con protección laboral y derechos para las personas trabajadoras migrantes, ayudaría a quienes buscan ayuda y mejores condiciones.

## What you can do: four demands, set as a list with the letters A to D

act-heading = Qué puede hacer usted
act-recognise = <strong>Reconozca que el trabajo sexual es trabajo.</strong> Ponga fin a la discriminación. Apoye los derechos de las personas trabajadoras sexuales, la justicia y el derecho a que no las «rescaten».
act-peers = <strong>Apoye la ayuda mutua entre personas trabajadoras sexuales</strong> contra la explotación y el abuso. Que no se use más el derecho penal contra su migración. Que las políticas contra la trata se revisen con sus organizaciones, para que respeten los derechos y apoyen a la comunidad.
act-repeal = <strong>Exija al gobierno federal que derogue la PCEPA.</strong> Esta ley pone en peligro la vida, salud y seguridad de las personas trabajadoras sexuales.
act-raids = <strong>Exija al gobierno el fin de las redadas, detenciones y deportaciones de personas trabajadoras sexuales.</strong> La CBSA nunca debe participar en investigaciones contra la trata.

## Contact

contact-heading = Hablemos
# $organisation (String): who hands this leaflet out
contact-text = <strong>{ $organisation }</strong> acompaña a personas trabajadoras sexuales asiáticas y migrantes. Llámenos o escríbanos.
# $phone (String): the phone number
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
# $email (String): the e-mail address
contact-email = <a data-l10n-name="email">{ $email }</a>
# $website (String): the website
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

# Small, in the margin, as long as the community has not reviewed this translation.
margin-draft = borrador, aún sin revisar por su comunidad
