package vn.tungnha.demo;

import java.util.ArrayList;
import java.util.List;

/** House numbers of one residential group: two or three alleys, the street front, a few stalls. */
final class Addresses {

    /** Where somebody lives or trades. */
    record Address(String alley, String number, boolean shop) {}

    private final List<Address> all = new ArrayList<>();
    private int next;

    Addresses(Team team, Dice dice) {
        int wanted = team.ward().households();
        Ward ward = team.ward();
        int stalls = !ward.market().isEmpty() && team.village().number() <= 6 ? 7 : 0;
        for (int i = 0; i < stalls; i++) {
            all.add(new Address(ward.market(), "Quầy " + (team.village().number() * 10 + i), true));
        }
        String street = ward.streets()
                .get((team.village().number() - 1) % ward.streets().size());
        if (team.showcase()) {
            street = ward.streets().get(0);
        }
        int front = wanted / 5;
        int first = 2 + 2 * dice.below(120);
        for (int i = 0; i < front; i++) {
            all.add(new Address(street, String.valueOf(first + 2 * i), dice.chance(0.4)));
        }
        int alley = team.showcase() ? 112 : 10 + 2 * dice.below(150);
        while (all.size() < wanted) {
            int length = Math.min(wanted - all.size(), dice.between(9, 14));
            alley(
                    (ward.code().startsWith("20") ? "Kiệt " : "Ngõ ") + alley + " " + street,
                    length,
                    team.showcase(),
                    dice);
            alley += 2 * dice.between(2, 9);
        }
    }

    Address next() {
        return all.get(next++);
    }

    private void alley(String alley, int length, boolean plain, Dice dice) {
        int number = 2;
        int count = 0;
        while (count < length) {
            all.add(new Address(alley, String.valueOf(number), false));
            count++;
            if (!plain && count < length && dice.chance(0.08)) {
                all.add(new Address(alley, number + "A", false));
                count++;
            }
            for (int inner = 1; !plain && count < length && inner <= 3 && dice.chance(0.1); inner++) {
                all.add(new Address(alley, number + "/" + inner, false));
                count++;
            }
            number += dice.chance(0.15) ? 4 : 2;
        }
    }
}
