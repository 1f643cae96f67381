package vn.tungnha.allowances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.VietnameseText;

/**
 * Which rows of the lists of members are one person: the same account, or the same name with the same phone, or the same
 * name in one team in turn (a change of role begins a new row).
 */
final class Persons {

    private final List<Seat> seats;
    private final int[] person;

    private Persons(List<Seat> seats) {
        this.seats = seats;
        person = new int[seats.size()];
        for (int i = 0; i < person.length; i++) {
            person[i] = i;
        }
    }

    /** The same rows, each with the number of its person. */
    static List<Seat> told(List<Seat> seats) {
        Persons persons = new Persons(seats);
        Map<String, List<Integer>> known = new HashMap<>();
        for (int i = 0; i < seats.size(); i++) {
            for (String key : keys(seats.get(i))) {
                persons.join(i, known.computeIfAbsent(key, any -> new ArrayList<>()));
            }
        }
        List<Seat> told = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            told.add(seats.get(i).of(persons.root(i)));
        }
        return told;
    }

    private void join(int at, List<Integer> alike) {
        for (int other : alike) {
            if (samePerson(seats.get(at), seats.get(other))) {
                person[root(at)] = root(other);
            }
        }
        alike.add(at);
    }

    private static boolean samePerson(Seat one, Seat other) {
        if (one.account() != null && one.account().equals(other.account())) {
            return true;
        }
        if (!name(one).equals(name(other))) {
            return false;
        }
        String phone = digits(one.phone());
        if (!phone.isEmpty() && !digits(other.phone()).isEmpty()) {
            return phone.equals(digits(other.phone()));
        }
        boolean inTurn =
                one.leftOn().isBefore(other.joinedOn()) || other.leftOn().isBefore(one.joinedOn());
        return one.team() == other.team() && inTurn;
    }

    private static List<String> keys(Seat seat) {
        List<String> keys = new ArrayList<>();
        keys.add(name(seat));
        if (seat.account() != null) {
            keys.add("#" + seat.account());
        }
        return keys;
    }

    private int root(int at) {
        int root = at;
        while (person[root] != root) {
            root = person[root];
        }
        return root;
    }

    private static String name(Seat seat) {
        return VietnameseText.fold(seat.name());
    }

    private static String digits(@Nullable String phone) {
        return phone == null ? "" : phone.replaceAll("\\D", "");
    }
}
