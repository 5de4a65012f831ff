/**
 * Words of plans in general, in basic form: how something is done and for whom at large, whatever the subject. They bind two
 * measures weakly, also in a municipality that has written few measures and where they happen to be rare.
 */
export const weakWords = `
  agera aktuell ansvar ansvara användbar använda arbeta arbete arbetet avsluta basera beakta bedriva behov behöva berörd bestå betydelse bidra bjuda
  bra bli bygga bästa bättre börja del delta direkt effektiv enkel erbjuda erfarenhet exempel fokus forskning fortsätta framtida fråga
  funktion fungera följa förbättra förmåga förutsättning få färre gemensam genomföra ge ges god goda gå gälla gå handla hantera hela hitta
  hjälpa hjälp hållbar höja inför införa inkludera innan innebära inriktning inrätta insats jobba kommun kommunal konsekvens kontinuerlig
  kring kunskap känna leda leva lika lyckas lyfta lång låg mer metod minska mindre mål målgrupp möjlig möjlighet möta nivå olik ordna ordning ordinarie
  passa perspektiv planera planperiod prioritera process påverka regelbunden relevant riktad riktlinje rutin rörande samla samordna
  samråd samt samverka se skapa skillnad ske slutföra stor stärka stöd stödja större syfte systematisk säkerställa sätta söka ta tag
  tillgodose tillsammans tillsätta tillvarata träffa tydlig uppdrag uppdatera uppfölja uppleva uppmärksamma upprätta utarbeta utföra
  utgå utveckla utöka utreda utåt verka verksamhet vidta viktig vilja villkor visa välja värde åtgärd ökad öka överse översyn revidera
  framta framtagning granska anordna starta öppna arrangera etablera tillhandahålla säkra kommuninvånare invånare person människa
  kartlägga inventera analysera undersöka skriva informera utvärdera anställa vända pröva köpa byta hålla
  möte ställa ställe plats område miljö budget medel mellan lära tid tidig fler genom lämna sprida riskera risk ting
  sund ordentlig helg kväll dag vecka månad växa problem
  ersätta bistå stötta garantera tillse trygga identifiera sammanställa utforma formulera författa uppstart grunda bilda förse förverkliga verkställa
  förändra ändra avskaffa slopa avveckla upphöra avsätta anslå reservera besluta anta fastställa godkänna påbörja inleda bredda utvidga expandera
  förnya modernisera inspirera motivera uppmuntra stimulera främja medverka närvara deltagande nyttja utnyttja presentera redovisa rapportera
  tydliggöra klargöra förtydliga underlätta möjliggöra aktualisera uppmana rekommendera utse utnämna koncentrera fokusera effektivisera rationalisera
  växa stiga dämpa krympa avvärja hindra
`;
