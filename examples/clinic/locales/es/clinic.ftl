-clinic = Clínica de la Calle Harbour

## Cover

cover-title = Atención para usted, con o sin papeles
cover-subtitle = Médicas, enfermeros y una partera que se toman su tiempo
cover-byline = <strong>{ -clinic }</strong>, abierta a todas las personas desde 1994

## The promise

promise-heading = Nuestra promesa
promise-text = No preguntamos dónde nació usted. No pedimos papeles. No le decimos a nadie que usted vino.
promise-by = Todo el equipo de la { -clinic }

## Opening hours

hours-heading = Cuándo abrimos
hours-weekdays = <strong>De lunes a viernes,</strong> de 9 a. m. a 5 p. m.
hours-evening = <strong>Los miércoles,</strong> hasta las 8 p. m.
hours-closed = Cerrado los sábados, los domingos y los días feriados
hours-wait =
    { $wait ->
        [one] Puede venir sin cita. La mayoría espera { $wait } minuto.
        [many] Puede venir sin cita. La mayoría espera { $wait } de minutos.
       *[other] Puede venir sin cita. La mayoría espera { $wait } minutos.
    }

## What it costs

cost-heading = Cuánto cuesta
cost-first =
    { $visits ->
        [one] Su primera visita no cuesta nada.
        [many] Sus primeras { $visits } de visitas no cuestan nada.
       *[other] Sus primeras { $visits } visitas no cuestan nada.
    }
cost-after = Después, pague lo que pueda. Si no puede pagar, lo recibimos igual.
cost-medicine = Muchos medicamentos son gratuitos. Pregunte en la recepción antes de comprar alguno.

## What the clinic does

help-heading = Qué hacemos
help-ill = Enfermedades, dolores, heridas, análisis
help-birth = Anticonceptivos, embarazo y parto
help-talk = Alguien con quien hablar cuando la vida pesa demasiado

## How to come

come-heading = Cómo llegar
come-bus =
    { $stops ->
        [one] Tome el autobús { $bus } en la estación. Es { $stops } parada.
        [many] Tome el autobús { $bus } en la estación. Son { $stops } de paradas.
       *[other] Tome el autobús { $bus } en la estación. Son { $stops } paradas.
    }
come-door = Busque la <strong>puerta verde</strong> en la calle Harbour, 18. Toque el timbre una vez.
come-desk = Diga en la recepción qué idioma habla. Llamamos a un intérprete; es gratis.
# $bus (String)
come-way = Mapa del camino: desde la estación, el autobús { $bus } va por Harbour Street; la clínica es la puerta verde en la esquina, junto al agua.

## Contact

contact-heading = Llámenos
contact-text = En { $organisation } contestamos en inglés, español y chino.
contact-phone = <a data-l10n-name="phone">{ $phone }</a>
contact-email = <a data-l10n-name="email">{ $email }</a>
contact-website = <a data-l10n-name="website">{ $website }</a>

## Margin line

margin-draft = borrador
