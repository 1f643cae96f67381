-- The digital literacy form with all its lines, as the catalogue has them now. Who has changed the form keeps his own.
insert into paper_form_version (form_id, version, parent_body, issuer, symbol, title, subject, addressee, recipients, signers)
select v.form_id, 2, v.parent_body, v.issuer, v.symbol, v.title, v.subject, v.addressee, v.recipients, v.signers
from paper_form_version v join paper_form f on f.id = v.form_id
where f.code = 'BDHVS' and v.version = 1
  and not exists (select from paper_form_version o where o.form_id = f.id and o.version > 1);

create temporary table bdhvs on commit drop as
select v.id from paper_form_version v join paper_form f on f.id = v.form_id
where f.code = 'BDHVS' and v.version = 2 and v.made_by is null and not exists (select from paper_section s where s.version_id = v.id);

insert into paper_section (version_id, position, kind, heading, body, own)
select v.id, d.position, d.kind, d.heading, d.body, d.own
from bdhvs v cross join (values
    (1, 'TEXT', '', E'Ủy ban nhân dân {đơn vị} báo cáo kết quả thực hiện phong trào “Bình dân học vụ số” {kỳ} như sau:', false),
    (2, 'FIGURES', 'I. SỐ LIỆU', '', false),
    (3, 'COMMENTARY', 'II. CÔNG TÁC TUYÊN TRUYỀN, TẬP HUẤN', '', false),
    (4, 'COMMENTARY', 'III. KẾT QUẢ', '', false),
    (5, 'GOOD_PRACTICE', 'IV. MÔ HÌNH HAY', '', false),
    (6, 'DIFFICULTIES', 'V. KHÓ KHĂN, VƯỚNG MẮC', '', false)
) as d (position, kind, heading, body, own);

insert into paper_line (section_id, position, indicator_id, variant, part, label, unit)
select s.id, d.position, i.id, d.variant, d.part, d.label, d.unit
from bdhvs v join paper_section s on s.version_id = v.id
join (values
    (1, 'news', 'NEWS_ITEMS', null, 'VALUE', 'Số tin, bài tuyên truyền', 'tin, bài'),
    (2, 'news', 'CONTESTS', null, 'VALUE', 'Số cuộc thi, hội thi', 'cuộc'),
    (3, 'work', 'TEAMS', null, 'VALUE', 'Số Tổ công nghệ số cộng đồng', 'tổ'),
    (4, 'work', 'TEAM_MEMBERS', null, 'VALUE', 'Số thành viên của các tổ', 'người'),
    (5, 'figure', 'PARTY_CELLS_THEMATIC', null, 'DENOMINATOR', 'Tổng số chi bộ', 'chi bộ'),
    (6, 'news', 'PARTY_CELLS_THEMATIC', null, 'NUMERATOR', 'Số chi bộ sinh hoạt chuyên đề', 'chi bộ'),
    (7, 'work', 'PARTY_CELLS_HANDBOOK', null, 'NUMERATOR', 'Số chi bộ sử dụng Sổ tay đảng viên điện tử', 'chi bộ'),
    (8, 'figure', 'OFFICIALS_USING_AI', null, 'DENOMINATOR', 'Tổng số cán bộ, công chức', 'người'),
    (9, 'work', 'OFFICIALS_USING_AI', null, 'NUMERATOR', 'Số cán bộ, công chức sử dụng trí tuệ nhân tạo', 'người'),
    (10, 'work', 'OFFICIALS_COURSE_FINISHED', null, 'NUMERATOR', 'Số cán bộ, công chức hoàn thành khóa học kỹ năng số', 'người'),
    (11, 'figure', 'ADULTS_BASIC_SKILLS', null, 'DENOMINATOR', 'Tổng số người từ đủ 18 tuổi', 'người'),
    (12, 'work', 'ADULTS_BASIC_SKILLS', null, 'NUMERATOR', 'Số người từ đủ 18 tuổi có kỹ năng số cơ bản', 'người'),
    (13, 'work', 'ADULTS_VNEID_SKILL', null, 'NUMERATOR', 'Số người từ đủ 18 tuổi sử dụng được VNeID', 'người'),
    (14, 'work', 'SMARTPHONES', 'ADULTS_18', 'NUMERATOR', 'Số người từ đủ 18 tuổi có điện thoại thông minh', 'người'),
    (15, 'work', 'ADULTS_CONFIRMED', null, 'NUMERATOR', 'Số người được xác nhận đạt phổ cập kỹ năng số trên VNeID', 'người'),
    (16, 'work', 'E_ID_L2_ACTIVATED', 'ADULTS_18', 'NUMERATOR', 'Số người từ đủ 18 tuổi có tài khoản định danh điện tử mức độ 2', 'người'),
    (17, 'work', 'PERSONS_GUIDED', null, 'VALUE', 'Số người được hướng dẫn kỹ năng số', 'người'),
    (18, 'news', 'COMMUNITY_CLASSES', null, 'VALUE', 'Số lớp tại cộng đồng', 'lớp'),
    (19, 'news', 'TRAINING_SESSIONS', null, 'VALUE', 'Số buổi tập huấn tại cộng đồng', 'buổi')
) as d (position, group_of, code, variant, part, label, unit)
    on s.kind = 'FIGURES' or s.position = 3 and d.group_of = 'news' or s.position = 4 and d.group_of = 'work'
join indicator i on i.code = d.code;
