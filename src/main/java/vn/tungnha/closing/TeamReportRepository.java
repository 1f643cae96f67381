package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TeamReportRepository extends JpaRepository<TeamReport, Long> {

    Optional<TeamReport> findByTeamIdAndFirstDayAndLastDay(long teamId, LocalDate firstDay, LocalDate lastDay);

    List<TeamReport> findByTeamIdInAndFirstDayAndLastDay(
            Collection<Long> teamIds, LocalDate firstDay, LocalDate lastDay);

    List<TeamReport> findByTeamIdInAndStatusInAndFirstDayGreaterThanEqualAndLastDayLessThanEqualOrderByLastDay(
            Collection<Long> teamIds, Collection<ReportStatus> status, LocalDate firstDay, LocalDate lastDay);
}
