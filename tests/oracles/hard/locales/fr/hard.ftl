heading = Vos droits au travail : qui appeler quand la police frappe à la porte ?

reach = Appelez le { $phone } le jour ou le +1 (647) 555-0199 la nuit ; écrivez à { $email } ou lisez https://www.{ $website }/droits/police?lang=fr&page=2#porte avant leur venue. L’ancien numéro : (416) 555-0123 ; il ne sert plus !

numbers = Le 2015-11-03 puis le 03/11/2015, 1 250 000 personnes ont eu une amende ; certaines ont payé 1 200 $, d’autres 30 % de leur salaire, et toutes ont fait 25 km à 18 °C pour payer : 90 min, 12,5 kg de papier et 3 h d’attente !

quotes = « Vous travaillez ? » demanda-t-il. « Non ! dit-elle ; je me repose : c’est mon logement. » Le dépliant disait : «Pas de mandat? Pas d’entrée!» et encore : « Personne ; pas même la nuit » (c’est la loi).

marks = Toute personne – avec ou sans papiers – a des droits : se taire ; voir un avocat ; avoir un interprète. Qui le dit ? La loi ! Et s’ils insistent ? Demandez le mandat ; lisez-le [en entier] ; gardez-en une copie… si possible !
