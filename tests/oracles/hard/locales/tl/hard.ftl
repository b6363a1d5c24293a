heading = Mga karapatan sa trabaho, at kung sino ang tatawagan kapag dumating ang pulis

reach = Tumawag sa { $phone } sa araw o sa +1 (647) 555-0199 sa gabi; sumulat sa { $email }, o basahin ang https://www.{ $website }/karapatan/pulis?lang=tl&page=2#pinto bago sila dumating. Ang dating numero, (416) 555-0123, ay wala na.

numbers = Noong 2015-11-03 at muli noong 03/11/2015 ay pinagmulta nila ang 1,250,000 tao; ang ilan ay nagbayad ng $1,200.50, ang iba ay 30 % ng sahod, at lahat ay naglakad ng 25 km sa 18 °C. Inabot ng 90 min, 12.5 kg ng papel at 3 h ng paghihintay.

quotes = “Nagtatrabaho ka ba?” tanong niya. “Hindi,” sagot niya, “nagpapahinga ako—at nasa bahay ko kayo!” (Nabasa niya ang polyeto: “Walang warrant? Walang pasok.”) Araw-araw, gabi-gabi, pagkakaibigan at pananampalataya… at umalis sila.

marks = Lahat—may papeles man o wala—ay may karapatan: manahimik; magkaroon ng abogado; magkaroon ng tagasalin. Sino ang nagsabi? Ang batas! Hingin ang “warrant”; basahin [ang lahat]; magtago ng kopya.
