-- The forms that are shipped; an administrator changes them in the browser.
insert into paper_form (code, kind, grain, name_vi, name_en, position) values
    ('TEAM', 'TEAM', null, 'Báo cáo của tổ', 'Team report', 1),
    ('WARD_MONTH', 'COMMUNE', 'MONTH', 'Báo cáo tháng của phường, xã', 'Monthly report of a ward', 2),
    ('WARD_QUARTER', 'COMMUNE', 'QUARTER', 'Báo cáo quý của phường, xã', 'Quarterly report of a ward', 3),
    ('WARD_HALF', 'COMMUNE', 'HALF', 'Báo cáo 6 tháng của phường, xã', 'Half-year report of a ward', 4),
    ('WARD_YEAR', 'COMMUNE', 'YEAR', 'Báo cáo năm của phường, xã', 'Yearly report of a ward', 5),
    ('BDHVS', 'BDHVS', null, 'Biểu “Bình dân học vụ số”', 'Digital literacy form', 6),
    ('CT', 'CT', null, 'Biểu CT01–CT14 của xã, phường', 'Form CT01–CT14 of a ward', 7),
    ('ROLL_UP', 'ROLL_UP', null, 'Báo cáo tổng hợp', 'Roll-up report', 8);

insert into paper_form_version (form_id, version, parent_body, issuer, symbol, title, subject, addressee, recipients, signers)
select f.id, 1, d.parent_body, d.issuer, d.symbol, d.title, d.subject, d.addressee, d.recipients, d.signers
from (values
    ('TEAM', E'ỦY BAN NHÂN DÂN', 'TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG', '', 'BÁO CÁO',
     E'Kết quả hoạt động của {đơn vị}\n{kỳ}', 'Ủy ban nhân dân', E'- Như trên;\n- Lưu: Tổ.', 'TỔ TRƯỞNG'),
    ('WARD', '', E'ỦY BAN NHÂN DÂN\n{ĐƠN VỊ}', 'BC-UBND', 'BÁO CÁO',
     E'Kết quả hoạt động của Tổ công nghệ số cộng đồng\n{kỳ}', 'Sở Khoa học và Công nghệ {tỉnh}',
     E'- Như trên;\n- Thường trực Đảng ủy;\n- Các Tổ công nghệ số cộng đồng;\n- Lưu: VT, VHXH.', E'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'),
    ('BDHVS', '', E'ỦY BAN NHÂN DÂN\n{ĐƠN VỊ}', 'BC-UBND', 'BÁO CÁO',
     E'Kết quả thực hiện phong trào “Bình dân học vụ số”\n{kỳ}', 'Ban Chỉ đạo {tỉnh}',
     E'- Như trên;\n- Thường trực Đảng ủy;\n- Lưu: VT, VHXH.', E'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'),
    ('CT', '', E'ỦY BAN NHÂN DÂN\n{ĐƠN VỊ}', 'BC-UBND', 'BIỂU SỐ LIỆU',
     E'Chỉ tiêu của thôn, tổ dân phố\n{kỳ}', '', E'- Lưu: VT, VHXH.', E'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'),
    ('ROLL_UP', E'ỦY BAN NHÂN DÂN\n{TỈNH}', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'BC-SKHCN', 'BÁO CÁO',
     E'Tổng hợp kết quả hoạt động của Tổ công nghệ số cộng đồng\n{đơn vị} {kỳ}', 'Ủy ban nhân dân {tỉnh}',
     E'- Như trên;\n- Ủy ban nhân dân các xã, phường;\n- Lưu: VT.', 'GIÁM ĐỐC')
) as d (form, parent_body, issuer, symbol, title, subject, addressee, recipients, signers)
join paper_form f on f.code = d.form or d.form = 'WARD' and f.kind = 'COMMUNE'
order by f.position;

insert into paper_section (version_id, position, kind, heading, body, own)
select v.id, d.position, d.kind, d.heading, d.body, d.own
from (values
    ('TEAM', 1, 'TEXT', 'I. THÔNG TIN CHUNG',
     E'{đơn vị} được thành lập theo Quyết định {quyết định}, hoạt động tại địa bàn: {địa bàn}.', false),
    ('TEAM', 2, 'MEMBERS', 'II. DANH SÁCH THÀNH VIÊN', '', false),
    ('TEAM', 3, 'COMMENTARY', 'III. KẾT QUẢ HỖ TRỢ NGƯỜI DÂN', '', false),
    ('TEAM', 4, 'FIGURES', '', '', false),
    ('TEAM', 5, 'GOOD_PRACTICE', 'IV. VIỆC LÀM TỐT, CÁCH LÀM HAY', '', false),
    ('TEAM', 6, 'DIFFICULTIES', 'V. KHÓ KHĂN, VƯỚNG MẮC', '', false),
    ('TEAM', 7, 'PROPOSALS', 'VI. KIẾN NGHỊ, ĐỀ XUẤT', '', false),

    ('WARD', 1, 'TEXT', '', E'Ủy ban nhân dân {đơn vị} báo cáo kết quả hoạt động của Tổ công nghệ số cộng đồng {kỳ} như sau:', false),
    ('WARD', 2, 'TEXT', 'I. KẾT QUẢ THỰC HIỆN', '', false),
    ('WARD', 3, 'COMMENTARY', '1. Hoạt động của các tổ', '', false),
    ('WARD', 4, 'COMMENTARY', '2. Chính quyền số', '', false),
    ('WARD', 5, 'COMMENTARY', '3. Kinh tế số', '', false),
    ('WARD', 6, 'COMMENTARY', '4. Xã hội số', '', false),
    ('WARD', 7, 'GOOD_PRACTICE', '5. Việc làm tốt, cách làm hay', '', false),
    ('WARD', 8, 'FIGURES', 'II. KẾT QUẢ CÁC CHỈ TIÊU', '', false),
    ('WARD', 9, 'COMPARISON', 'III. SO SÁNH VỚI KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC', '', false),
    ('WARD', 10, 'DIFFICULTIES', 'IV. TỒN TẠI, KHÓ KHĂN, NGUYÊN NHÂN', '', false),
    ('WARD', 11, 'PROPOSALS', 'V. KIẾN NGHỊ, ĐỀ XUẤT', '', false),
    ('WARD', 12, 'TEXT', 'VI. NHIỆM VỤ {KỲ SAU}', '', true),
    ('WARD', 13, 'TEXT', '', E'Trên đây là báo cáo kết quả {kỳ} của Ủy ban nhân dân {đơn vị}./.', false),

    ('BDHVS', 1, 'TEXT', '', E'Ủy ban nhân dân {đơn vị} báo cáo kết quả thực hiện phong trào “Bình dân học vụ số” {kỳ} như sau:', false),
    ('BDHVS', 2, 'FIGURES', 'I. SỐ LIỆU', '', false),
    ('BDHVS', 3, 'TEXT', 'II. CÔNG TÁC TUYÊN TRUYỀN, TẬP HUẤN',
     E'Số tin, bài tuyên truyền: ......; số cuộc thi: ......; số chi bộ sinh hoạt chuyên đề: ......; số lớp tại cộng đồng: .......', true),
    ('BDHVS', 4, 'COMMENTARY', 'III. KẾT QUẢ', '', false),
    ('BDHVS', 5, 'GOOD_PRACTICE', 'IV. MÔ HÌNH HAY', '', false),
    ('BDHVS', 6, 'DIFFICULTIES', 'V. KHÓ KHĂN, VƯỚNG MẮC', '', false),

    ('CT', 1, 'FIGURES', '', '', false),
    ('CT', 2, 'TEXT', '', E'CT13 đếm người được hướng dẫn (mỗi người một lần trong kỳ), không đếm lượt. Ô không có số liệu để dấu gạch, khác với số 0.', false),

    ('ROLL_UP', 1, 'TEXT', '', E'Sở Khoa học và Công nghệ tổng hợp kết quả hoạt động của Tổ công nghệ số cộng đồng {đơn vị} {kỳ} như sau:', false),
    ('ROLL_UP', 2, 'COMMENTARY', 'I. KẾT QUẢ CHUNG', '', false),
    ('ROLL_UP', 3, 'FIGURES', 'II. KẾT QUẢ CÁC CHỈ TIÊU', '', false),
    ('ROLL_UP', 4, 'COMPARISON', 'III. SO SÁNH VỚI KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC', '', false),
    ('ROLL_UP', 5, 'UNITS', 'IV. KẾT QUẢ CỦA CÁC XÃ, PHƯỜNG', '', false),
    ('ROLL_UP', 6, 'TEXT', 'V. TỒN TẠI, NGUYÊN NHÂN', '', true),
    ('ROLL_UP', 7, 'TEXT', 'VI. NHIỆM VỤ {KỲ SAU}', '', true),
    ('ROLL_UP', 8, 'TEXT', '', E'Trên đây là báo cáo tổng hợp {kỳ}./.', false)
) as d (form, position, kind, heading, body, own)
join paper_form f on f.code = d.form or d.form = 'WARD' and f.kind = 'COMMUNE'
join paper_form_version v on v.form_id = f.id and v.version = 1
order by v.id, d.position;

-- On paper it is "lượt hộ được hướng dẫn" and "tài khoản định danh điện tử mức độ 2".
create temporary table paper_words on commit drop as
select * from (values
    ('work', 1, 'TEAMS_ACTIVE', null, 'Tỷ lệ tổ có hoạt động', ''),
    ('work', 2, 'VISITS', null, 'Số lượt hộ được hướng dẫn', 'lượt'),
    ('work', 3, 'HOUSEHOLDS_REACHED', null, 'Số hộ được tiếp cận', 'hộ'),
    ('work', 4, 'PERSONS_GUIDED', null, 'Số người được hướng dẫn', 'người'),
    ('government', 5, 'PROCEDURES_FULLY_ONLINE', null, 'Tỷ lệ thủ tục hành chính cung cấp trực tuyến toàn trình', ''),
    ('government', 6, 'ONLINE_DOSSIERS', null, 'Tỷ lệ hồ sơ nộp trực tuyến', ''),
    ('government', 7, 'ONLINE_PAYMENTS', null, 'Tỷ lệ hồ sơ thanh toán trực tuyến', ''),
    ('government', 8, 'RESULTS_ELECTRONIC', null, 'Tỷ lệ hồ sơ có kết quả điện tử', ''),
    ('government', 9, 'DOSSIERS_ON_TIME', null, 'Tỷ lệ hồ sơ giải quyết đúng hạn', ''),
    ('economy', 10, 'PAYMENT_ACCOUNT', null, 'Tỷ lệ người có tài khoản thanh toán', ''),
    ('economy', 11, 'QR_TRADERS', null, 'Tỷ lệ hộ kinh doanh có mã QR nhận thanh toán', ''),
    ('society', 12, 'DIGITAL_IDENTITY_ACCOUNT_SIGNATURE', null, 'Định danh số, tài khoản số và chữ ký số so với chỉ tiêu giao', ''),
    ('society', 13, 'E_ID_L2_ACTIVATED', null, 'Tỷ lệ người có tài khoản định danh điện tử mức độ 2 đã kích hoạt', ''),
    ('society', 14, 'DIGITAL_SIGNATURE', null, 'Tỷ lệ người trưởng thành có chữ ký số cá nhân', ''),
    ('society', 15, 'SMARTPHONES', null, 'Tỷ lệ người dân có điện thoại thông minh', '')
) as w (part, position, code, variant, label, unit);

create temporary table paper_rows on commit drop as
select f.code as form, s.id as section, s.position as at, s.kind, s.heading
from paper_section s join paper_form_version v on v.id = s.version_id join paper_form f on f.id = v.form_id;

insert into paper_line (section_id, position, indicator_id, variant, label, unit)
select r.section, w.position, i.id, w.variant, w.label, w.unit
from paper_rows r join paper_words w on
       r.form like 'WARD%' and (r.kind in ('FIGURES', 'COMPARISON')
        or r.kind = 'COMMENTARY' and w.part = case r.at when 3 then 'work' when 4 then 'government' when 5 then 'economy' else 'society' end)
    or r.form = 'ROLL_UP' and r.kind in ('FIGURES', 'COMPARISON', 'COMMENTARY')
join indicator i on i.code = w.code;

insert into paper_line (section_id, position, indicator_id, label)
select r.section, d.position, i.id, d.label
from paper_rows r cross join (values
    (1, 'VISITS', 'Số lượt hộ được hướng dẫn'), (2, 'PERSONS_GUIDED', 'Số người được hướng dẫn'),
    (3, 'E_ID_L2_ACTIVATED', 'Tài khoản định danh điện tử mức độ 2'), (4, 'ONLINE_DOSSIERS', 'Hồ sơ trực tuyến')
) as d (position, code, label) join indicator i on i.code = d.code
where r.form = 'ROLL_UP' and r.kind = 'UNITS';

insert into paper_line (section_id, position, indicator_id, label)
select r.section, d.position, i.id, d.label
from paper_rows r cross join (values
    (1, 'VISITS', 'Số lượt hộ được hướng dẫn'), (2, 'HOUSEHOLDS_REACHED', 'Số hộ được tiếp cận'),
    (3, 'PERSONS_GUIDED', 'Số người được hướng dẫn'),
    (4, 'E_ID_L2_NEW', 'Số người được kích hoạt mới tài khoản định danh điện tử mức độ 2'),
    (5, 'NATIONAL_PORTAL_NEW', 'Số người được kích hoạt mới tài khoản Cổng dịch vụ công'),
    (6, 'CITIZEN_APP_NEW', 'Số người được kích hoạt mới tài khoản công dân số'),
    (7, 'DIGITAL_SIGNATURE_NEW', 'Số người được kích hoạt mới chữ ký số cá nhân'),
    (8, 'E_PAYMENT_NEW', 'Số người được kích hoạt mới tài khoản, ví thanh toán'),
    (9, 'E_HEALTH_NEW', 'Số người được kích hoạt mới sổ sức khỏe điện tử'),
    (10, 'QR_PAYMENT_NEW', 'Số mã QR nhận thanh toán được kích hoạt mới')
) as d (position, code, label) join indicator i on i.code = d.code
where r.form = 'TEAM' and r.kind in ('FIGURES', 'COMMENTARY');

insert into paper_line (section_id, position, indicator_id, variant, part, label, unit)
select r.section, d.position, i.id, d.variant, d.part, d.label, d.unit
from paper_rows r cross join (values
    (1, 'TEAMS', null, 'VALUE', 'Số Tổ công nghệ số cộng đồng', 'tổ'),
    (2, 'TEAM_MEMBERS', null, 'VALUE', 'Số thành viên của các tổ', 'người'),
    (3, 'E_ID_L2_ACTIVATED', 'ADULTS_18', 'DENOMINATOR', 'Tổng số người từ đủ 18 tuổi', 'người'),
    (4, 'E_ID_L2_ACTIVATED', 'ADULTS_18', 'NUMERATOR', 'Số người từ đủ 18 tuổi có tài khoản định danh điện tử mức độ 2', 'người'),
    (5, 'SMARTPHONES', 'ADULTS_18', 'NUMERATOR', 'Số người từ đủ 18 tuổi có điện thoại thông minh', 'người'),
    (6, 'PERSONS_GUIDED', null, 'VALUE', 'Số người được hướng dẫn kỹ năng số', 'người'),
    (7, 'TRAINING_SESSIONS', null, 'VALUE', 'Số buổi tập huấn tại cộng đồng', 'buổi')
) as d (position, code, variant, part, label, unit) join indicator i on i.code = d.code
where r.form = 'BDHVS' and r.kind in ('FIGURES', 'COMMENTARY');

insert into paper_line (section_id, position, indicator_id, variant, part, label, unit, mark)
select r.section, d.position, i.id, d.variant, d.part, d.label, d.unit, d.mark
from paper_rows r cross join (values
    (1, 'HOUSEHOLDS_COVERAGE', 'TOTAL', 'DENOMINATOR', 'Số hộ', 'hộ', 'CT01'),
    (2, 'TEAM_MEMBERS', null, 'VALUE', 'Số thành viên Tổ công nghệ số cộng đồng', 'người', 'CT12'),
    (3, 'PERSONS_GUIDED', null, 'VALUE', 'Số người được hướng dẫn sử dụng dịch vụ trực tuyến trong kỳ', 'người', 'CT13')
) as d (position, code, variant, part, label, unit, mark) join indicator i on i.code = d.code
where r.form = 'CT' and r.kind = 'FIGURES';
