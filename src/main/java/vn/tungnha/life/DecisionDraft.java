package vn.tungnha.life;

import java.time.LocalDate;
import java.util.Set;

/** What a decision shall say. */
public record DecisionDraft(DecisionKind kind, Set<Long> teamIds, LocalDate effective, String reason) {}
