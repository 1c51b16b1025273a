"""Words that say nothing about a product, so that a whole sentence is as good a question as one word."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEEG = {
    "nl": _words(
        """
        aan al alle als alstublieft an ander andere anders ben bent beetje bij bijna binnen bv daar dan dat
        de deze die dit doe doen doet door dus echt een eens eerst eigenlijk elke en er even gaan gaat ga
        gauw gedaan gemeente goed graag had hallo heb hebben hebt heeft heel hele het hier hij hoe hoeft
        hoelang hoeveel hun iemand iets ik in is ja je jij jullie kan kon kun kunnen kunt kom krijg krijgen
        krijgt laat later maar mag mee meer men met mij mijn moet moeten mogen na naar naast net niet niks
        nodig nog nou nu of om onder ons onze ook op over per regel regelen s snel soms straks t te tegen
        toch toe tot tussen uit u uw van vanaf veel volgende voor vraag vragen waar waarom waarvoor wanneer
        want was wat we wel welk welke wie wil wilde wilt willen wij worden wordt wou zal ze zelf zich zijn
        zo zonder zou zij
        gisteren vandaag morgen dag week weken maand maanden jaar
        """
    ),
    "en": _words(
        """
        a about after all am an and any are as at be been before can could did do does for from get gets
        getting go going had has have hello hi how i if in is it its just like long m me might much
        municipality must my need needs no not of on or our please s should so some t than that the their
        them there these they this to too us want was we were what when where which who why will with would
        you your
        """
    ),
}
