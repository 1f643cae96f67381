package vn.tungnha.demo;

import java.util.List;
import java.util.UUID;

/**
 * A household or a trader of the demonstration.
 *
 * @param children how many are under 14, who have no names here
 */
record Home(UUID id, boolean trader, String alley, String number, List<Person> people, int children) {}
