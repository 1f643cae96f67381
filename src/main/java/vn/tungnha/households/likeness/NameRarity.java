package vn.tungnha.households.likeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How little it says that two people have a word of their names in common, in bits: two of five are called Nguyễn. Shares
 * are of the order of published counts of names; what is not listed is taken for rare.
 */
final class NameRarity {

    private static final double RARE_FAMILY = 0.004;
    private static final double RARE_MIDDLE = 0.012;
    private static final double RARE_GIVEN = 0.004;

    private static final Map<String, Double> FAMILIES = shares("""
            nguyen .384 tran .121 le .095 pham .07 hoang .051 huinh .04 phan .045 vu .039 vo .03 dang .021 bui .02 do .014
            ho .013 ngo .013 duong .01 li .005 dinh .01 truong .012 lam .006 mai .006 doan .008 trinh .007 dao .006 luong .006""");

    private static final Map<String, Double> MIDDLES = shares("""
            thi .3 van .2 ngoc .05 huu .03 duc .03 minh .035 thanh .03 quang .025 dinh .025 xuan .02 hong .02 kim .02 thu .02
            anh .015 cong .015 quoc .02 ba .012 trong .012 tuan .01 phuong .015 bich .01 mi .01 hoang .015 tien .01 viet .012""");

    private static final Map<String, Double> GIVENS = shares("""
            anh .025 hung .018 hoa .017 dung .018 tuan .016 minh .017 lan .015 hai .016 huong .017 thanh .016 nam .012
            linh .015 ha .014 thao .013 tam .011 binh .012 phuong .015 mai .012 hong .013 thu .012 trang .013 cuong .011
            long .011 son .012 hien .012 hanh .012 nga .011 thui .014 quang .011 dat .01 duc .012 hoang .011 hieu .01
            khanh .009 kien .008 lam .008 loan .01 loc .009 ngoc .014 nhung .01 phuc .01 phong .009 quan .009 tai .009 tan .009
            thang .011 tien .011 trung .012 tu .01 tung .009 van .012 vinh .01 xuan .01 bao .008 chi .007 cuc .006 dao .006
            diep .006 dong .006 giang .008 hoan .007 hue .008 lien .008 li .01 mi .008 na .005 nghia .008 nhi .007 oanh .007
            sang .007 sau .004 tinh .007 toan .008 tram .006 tri .007 trinh .007 tuiet .008 uien .006 vi .009 viet .008 vu .009 ien .008""");

    private NameRarity() {}

    static double family(Word word) {
        return bits(FAMILIES.getOrDefault(word.bare(), RARE_FAMILY));
    }

    static double middle(List<Word> words) {
        return words.stream()
                .mapToDouble(word -> bits(MIDDLES.getOrDefault(word.bare(), RARE_MIDDLE)))
                .sum();
    }

    static double given(Word word) {
        return bits(GIVENS.getOrDefault(word.bare(), RARE_GIVEN));
    }

    /** A slip of the pen seldom makes another name out of one. */
    static boolean isName(Word word) {
        return GIVENS.containsKey(word.bare()) || MIDDLES.containsKey(word.bare()) || FAMILIES.containsKey(word.bare());
    }

    private static double bits(double share) {
        return -Math.log(share) / Math.log(2);
    }

    private static Map<String, Double> shares(String table) {
        String[] cells = table.strip().split("\\s+");
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            shares.put(cells[i], Double.valueOf("0" + cells[i + 1]));
        }
        return Map.copyOf(shares);
    }
}
