package dramatis.address;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that stand before a name and are none by themselves, folded as {@link Words} folds. */
final class Titles {
    private static final Set<String> TITLES = set("""
            mr mister mrs ms miss mx sir dame lord lady master mistress madam madame
            dr doc doctor prof professor captain capt commander colonel general major lieutenant sergeant admiral
            officer detective inspector agent king queen prince princess duke duchess count countess baron baroness
            emperor empress father mother brother sister uncle aunt saint st reverend rabbi imam sheikh
            herr frau fräulein doktor graf gräfin fürst könig königin kapitän prinz prinzessin onkel tante
            monsieur mme mlle mademoiselle capitaine comte comtesse docteur roi reine
            señor señora señorita don doña signor signora signorina senhor senhora dom capitán conde
            господин госпожа мистер миссис мисс доктор профессор капитан граф графиня князь княгиня дядя тётя
            пан пани κύριος κύριε κυρία δρ γιατρέ καπετάνιε
            السيد السيدة سيد سيدة الدكتور دكتور الشيخ שר מר גברת גב דוקטור פרופסור רב
            bay hanım pan pani pán paní meneer mevrouw herra rouva fru
            """);

    private static final Set<String> OTHERS = set("""
            the a an of and old young little big great long tall tiny small dear good bad mad holy
            will may black white red blue green grey gray golden silver dark sun moon
            der die das den dem ein eine von vom zu zur alte alter kleine kleiner große großer
            le la les l un une du de des d el los las del il lo gli i della di da van het den ter
            o os as e y ο η το οι τα του της ال al el ibn bin bint ben abu abd ha
            старый старая юный маленький большой
            """);

    private Titles() {}

    private static Set<String> set(String words) {
        return Stream.of(words.split("\\s+"))
                .flatMap(word -> Words.of(word).stream())
                .map(Words.Word::text)
                .flatMap(word -> Stream.of(word, Words.unaccented(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether a part of a name may stand for all of it: it has letters, more than one, and is none of these words. */
    static boolean isName(List<String> part) {
        String joined = String.join("", part);
        boolean common = part.size() == 1 && (TITLES.contains(joined) || OTHERS.contains(joined));
        return !common
                && joined.codePointCount(0, joined.length()) > 1
                && joined.codePoints().anyMatch(Character::isAlphabetic);
    }
}
