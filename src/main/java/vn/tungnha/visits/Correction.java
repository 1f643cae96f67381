package vn.tungnha.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit told anew.
 *
 * @param id of this request, made by the teller: sent twice it is carried out once
 * @param basedOn the version the teller saw
 */
public record Correction(UUID id, int basedOn, @Nullable String reason, VisitCommand visit) {}
