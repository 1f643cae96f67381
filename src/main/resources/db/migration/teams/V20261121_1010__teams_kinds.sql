insert into team_kind (code, name_vi, name_en, position) values
    ('CNSCD', 'Tổ công nghệ số cộng đồng', 'Community digital-technology team', 1),
    ('CNSCD_DA06', 'Tổ công nghệ số cộng đồng và Đề án 06', 'Community digital-technology and Project 06 team', 2),
    ('YOUTH', 'Tổ thanh niên tình nguyện hỗ trợ chuyển đổi số', 'Youth volunteer team', 3),
    ('SUPPORT', 'Tổ hỗ trợ Tổ công nghệ số cộng đồng', 'Support team', 4);
insert into organisation (code, short_vi, name_vi, name_en, position) values
    ('TDP', 'TDP', 'Tổ dân phố, chi bộ', 'Residential group, Party cell', 1),
    ('CONG_AN', 'CA', 'Công an khu vực', 'Local police', 2),
    ('DOAN_TN', 'ĐTN', 'Đoàn Thanh niên', 'Youth Union', 3),
    ('PHU_NU', 'PN', 'Hội Phụ nữ', 'Women''s Union', 4),
    ('CUU_CHIEN_BINH', 'CCB', 'Hội Cựu chiến binh', 'Veterans'' Association', 5),
    ('MAT_TRAN', 'MT', 'Mặt trận Tổ quốc', 'Fatherland Front', 6),
    ('NONG_DAN', 'ND', 'Hội Nông dân', 'Farmers'' Union', 7),
    ('CAO_TUOI', 'NCT', 'Hội Người cao tuổi', 'Elderly Association', 8),
    ('DOANH_NGHIEP', 'DN', 'Doanh nghiệp công nghệ số', 'Technology company', 9),
    ('UBND', 'UBND', 'Ủy ban nhân dân', 'People''s Committee', 10),
    ('KHAC', 'Khác', 'Tổ chức khác', 'Other', 11);
