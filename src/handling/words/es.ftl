# Cómo se imprime, se dobla y se corta una hoja, para quien la imprime. Los nombres de los papeles quedan como están.

## Imprimir

both-sides =
    { $edge ->
        [short] Papel { $paper }, doble cara, voltear por el borde corto, 100 % (no «ajustar a la página»).
       *[long] Papel { $paper }, doble cara, voltear por el borde largo, 100 % (no «ajustar a la página»).
    }
one-side = Papel { $paper }, una cara, 100 % (no «ajustar a la página»).
sheets = Cada ejemplar lleva { $sheets } hojas: déjelas en su orden.

## Doblar y cortar

fold-half = Doble una vez por las marcas, con la portada hacia afuera.
fold-letter =
    { $first ->
        [left] Doble con el interior hacia arriba: primero el panel izquierdo, luego el derecho encima.
       *[right] Doble con el interior hacia arriba: primero el panel derecho, luego el izquierdo encima.
    }
fold-z = Doble por las marcas en forma de Z, con la portada arriba.
fold-gate = Con el interior hacia arriba, doble los dos paneles de afuera hasta juntarlos en el medio.
fold-zine = Doble en ocho, abra, corte la línea discontinua, doble a lo largo y empuje los extremos hacia adentro.
fold-booklet =
    { $sheets ->
        [1] Doble una vez por las marcas, con la portada hacia afuera.
       *[other] Ponga las { $sheets } hojas una dentro de otra, doble por las marcas y engrape en el doblez.
    }
fold-two-up = Corte por la mitad, en las marcas: salen dos de cada hoja.
fold-cards = Corte por las marcas: salen { $copies } tarjetas de cada hoja.
fold-shoe-cards = Corte por las marcas en { $copies } tiras; doble cada una en zigzag, con la portada arriba.
fold-tear-off = Corte por las líneas discontinuas, solo entre las tiras: se arrancan a mano.

## Lo que no imprime una oficina

shop = Para una imprenta: envíe los archivos tal como están.
drums = Un archivo por tinta: se imprimen uno sobre otro, cada uno con su tambor. La vista previa es solo para mirar.
screen = Para leer en pantalla: envíelo o publíquelo en un sitio web. No es para imprimir.
one-ink = En negro y gris: sirve cualquier copiadora.

## La hoja de impresión

sheet-title = Cómo imprimir este folleto
sheet-file = Abra este archivo: { $file }
sheet-try = Imprima primero un ejemplar. Debe verse como en las imágenes.
sheet-turn = La barra gruesa marca el borde por el que se voltea el papel.
sheet-folds = Las líneas discontinuas muestran dónde doblar o cortar. No se imprimen.
sheet-copies = ¿Cuántos? ______
sheet-front = Frente
sheet-back = Dorso
sheet-draft = Esta traducción es un borrador que nadie ha revisado.
sheet-draft-source = El texto de este folleto es un borrador que nadie ha revisado.
sheet-alt =
    { $side ->
        [front] El frente de la hoja impresa, en pequeño.
       *[back] El dorso de la hoja impresa, en pequeño.
    }
