package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a member did for the team on a day.
 *
 * @param member id of the row in the team's list of members: somebody who moved between teams has one in each
 * @param kind VISIT, DESK, or the code of an activity's kind
 * @param origin of the visit, the desk or the activity
 * @param name of the desk or the activity as people know it; the time of a visit
 * @param planned whether it stood in a plan beforehand
 */
public record Duty(long team, UUID member, LocalDate day, String kind, UUID origin, String name, boolean planned) {}
