package vn.tungnha.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account types the demonstration asks about, with the chances of each generation. */
final class AccountTypes {

    private record Type(String code, int minAge, String topic, double[] before, double[] success) {}

    private final List<Type> types;

    AccountTypes(JdbcClient sql) {
        Map<String, Object[]> catalogue = sql
                .sql("select code, min_age, coalesce(topic, 'OTHER') from account_type")
                .query((row, n) -> new Object[] {row.getString(1), row.getInt(2), row.getString(3)})
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> row));
        types = ReferenceFile.rows("demo/accounts.txt").stream()
                .map(row -> {
                    Object[] known = catalogue.get(row[0]);
                    if (known == null) {
                        throw new IllegalStateException("account type " + row[0] + " is not in the catalogue");
                    }
                    return new Type(
                            row[0],
                            (int) known[1],
                            (String) known[2],
                            ReferenceFile.numbers(row[1]),
                            ReferenceFile.numbers(row[2]));
                })
                .toList();
    }

    int size() {
        return types.size();
    }

    String code(int type) {
        return types.get(type).code();
    }

    String topic(int type) {
        return types.get(type).topic();
    }

    boolean fits(int type, Person person, int year) {
        return person.ageIn(year) >= types.get(type).minAge();
    }

    double before(int type, int birthYear) {
        return types.get(type).before()[generation(birthYear)];
    }

    double success(int type, int birthYear) {
        return types.get(type).success()[generation(birthYear)];
    }

    int indexOf(String code) {
        for (int i = 0; i < types.size(); i++) {
            if (code(i).equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("no account type " + code);
    }

    private static int generation(int birthYear) {
        return birthYear < 1960 ? 0 : birthYear < 1985 ? 1 : 2;
    }
}
