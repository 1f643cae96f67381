package vn.tungnha.allowances;

import java.util.ArrayList;
import java.util.List;

/** An amount of money as it is written out on a Vietnamese sheet. */
public final class AmountInWords {

    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

    private static final String[] SCALES = {"", "nghìn", "triệu"};

    private static final int THOUSAND = 1000;
    private static final long BILLION = 1_000_000_000L;

    private AmountInWords() {}

    /** "Một triệu không trăm lẻ năm nghìn đồng"; minus is said as "Âm". */
    public static String dong(long amount) {
        String words = of(Math.abs(amount)) + " đồng";
        String said = amount < 0 ? "âm " + words : words;
        return said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1);
    }

    /** Without the currency, in small letters. */
    static String of(long number) {
        return number == 0 ? DIGITS[0] : String.join(" ", words(number, false));
    }

    /** @param full whether a missing hundred and ten are said, as something stands before them */
    private static List<String> words(long number, boolean full) {
        List<String> words = new ArrayList<>();
        long billions = number / BILLION;
        boolean led = full;
        if (billions > 0) {
            words.addAll(words(billions, full));
            words.add("tỷ");
            led = true;
        }
        int rest = (int) (number % BILLION);
        for (int scale = SCALES.length - 1; scale >= 0; scale--) {
            int group = rest / (int) Math.pow(THOUSAND, scale) % THOUSAND;
            if (group > 0) {
                words.addAll(group(group, led));
                if (scale > 0) {
                    words.add(SCALES[scale]);
                }
                led = true;
            }
        }
        return words;
    }

    private static List<String> group(int number, boolean full) {
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        List<String> words = new ArrayList<>();
        if (hundreds > 0 || full) {
            words.add(DIGITS[hundreds]);
            words.add("trăm");
        }
        if (tens == 0 && ones > 0 && !words.isEmpty()) {
            words.add("lẻ");
        } else if (tens == 1) {
            words.add("mười");
        } else if (tens > 1) {
            words.add(DIGITS[tens]);
            words.add("mươi");
        }
        if (ones > 0) {
            words.add(one(ones, tens));
        }
        return words;
    }

    /** The last digit changes its name after tens: mốt, tư, lăm. */
    private static String one(int ones, int tens) {
        if (ones == 1 && tens > 1) {
            return "mốt";
        }
        if (ones == 4 && tens > 1) {
            return "tư";
        }
        return ones == 5 && tens > 0 ? "lăm" : DIGITS[ones];
    }
}
