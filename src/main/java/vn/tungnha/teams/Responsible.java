package vn.tungnha.teams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An organisation responsible for a team from one day to another, both included. */
public record Responsible(String name, @Nullable String contact, LocalDate from, LocalDate to) {}
