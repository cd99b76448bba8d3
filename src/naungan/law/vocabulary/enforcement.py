"""What the codes of duties, enforcement, policy and data protection are called."""

from typing import Final

from naungan.law.words import Words, words


ENFORCEMENT: Final[dict[str, Words]] = {
    "state_enterprise": words("BUMN", "state enterprise"),
    "regional_enterprise": words("BUMD", "regional enterprise"),
    "foundation": words("yayasan", "foundation"),
    "cooperative": words("koperasi", "cooperative"),
    "association": words("perkumpulan", "association"),
    "village_enterprise": words("BUM Desa", "village enterprise"),
    "project": words("proyek konstruksi", "construction project"),
    "household": words("rumah tangga", "household"),
    "foreign": words("pemberi kerja asing", "foreign employer"),
    "in_force": words("berlaku", "in force"),
    "registration_and_data": words("pendaftaran dan data", "registration and data"),
    "arrears": words("tunggakan iuran", "arrears"),
    "may": words("boleh", "may"),
    "must": words("wajib", "must"),
    "beside": words("di samping tangga", "beside the ladder"),
    "service_unit": words("unit pelayanan publik", "public service unit"),
    "inspector": words("pengawas ketenagakerjaan", "labour inspector"),
    "prosecutor": words("jaksa pengacara negara", "state attorney"),
    "investigator": words("penyidik", "investigator"),
    "pupn": words("Panitia Urusan Piutang Negara", "state receivables committee"),
    "controller": words("pengendali data pribadi", "controller of personal data"),
    "PWBD": words("PWBD (wajib, belum mendaftar)", "PWBD (obliged, not registered)"),
    "PDS_TENAGA_KERJA": words("PDS tenaga kerja", "PDS workers (some not registered)"),
    "PDS_UPAH": words("PDS upah", "PDS wages (under-reported)"),
    "PDS_PROGRAM": words("PDS program", "PDS programmes (not all)"),
    "MENUNGGAK": words("menunggak", "in arrears"),
    "registered_inactive": words(
        "terdaftar, tidak aktif karena tunggakan", "registered, inactive by arrears"
    ),
    "partial": words("terdaftar sebagian", "partly registered"),
    "active": words("aktif", "active"),
    "tmp2t_on": words("pelayanan publik sedang ditahan", "public services withheld"),
    "tmp2t_lifted": words("penahanan pelayanan dicabut", "withholding lifted"),
    "central_service_unit": words("unit pelayanan pusat", "central service unit"),
    "provincial_service_unit": words(
        "unit pelayanan provinsi", "provincial service unit"
    ),
    "regency_service_unit": words(
        "unit pelayanan kabupaten/kota", "regency or city service unit"
    ),
    "business_licence": words("perizinan usaha", "business licences"),
    "project_tender_permit": words(
        "izin mengikuti tender proyek", "permit to join project tenders"
    ),
    "foreign_worker_permit": words(
        "izin mempekerjakan tenaga kerja asing", "permit to employ foreigners"
    ),
    "labour_supply_licence": words(
        "izin perusahaan penyedia jasa pekerja", "labour-supply licence"
    ),
    "building_permit": words("izin mendirikan bangunan", "building permit"),
    "driving_licence": words("surat izin mengemudi", "driving licence"),
    "land_certificate": words("sertifikat tanah", "land certificate"),
    "passport": words("paspor", "passport"),
    "vehicle_registration": words(
        "surat tanda nomor kendaraan", "vehicle registration"
    ),
    "fine_paid_in_full": words("denda dilunasi", "the fine is paid in full"),
    "registered": words("mendaftar", "registered"),
    "data_corrected": words(
        "data dilengkapi dan dibetulkan", "the data are completed and corrected"
    ),
    "debt_certain": words("besar piutang pasti", "the debt is certain"),
    "collection_was_tried": words("sudah ditagih sendiri", "collection was tried"),
    "coverage_of_all_workers": words(
        "cakupan semua pekerja", "coverage of all workers"
    ),
    "coverage_of_vulnerable_workers": words(
        "cakupan pekerja rentan", "coverage of vulnerable workers"
    ),
    "informal_work": words("pekerja sektor informal", "informal work"),
    "far_below_standard_conditions": words(
        "kondisi kerja jauh di bawah standar", "conditions far below standard"
    ),
    "high_risk": words("risiko tinggi", "high risk"),
    "very_low_income": words("penghasilan sangat minim", "very low income"),
    "prey_to_shocks": words(
        "rentan terhadap gejolak ekonomi", "prey to economic shocks"
    ),
    "valid_nik": words("NIK sah", "valid NIK"),
    "in_social_registry": words("ada dalam data sosial", "in the social registry"),
    "resident": words("penduduk setempat", "resident"),
    "within_age": words("dalam batas umur", "within the age limits"),
    "not_wage_earner": words("bukan penerima upah", "not a wage earner"),
    "health": words("kesehatan", "health"),
    "biometrics": words("biometrik", "biometrics"),
    "genetics": words("genetika", "genetics"),
    "criminal_record": words("catatan kejahatan", "criminal record"),
    "children": words("anak", "children"),
    "personal_finance": words("keuangan pribadi", "personal finance"),
    "consent": words("persetujuan", "consent"),
    "contract": words("perjanjian", "contract"),
    "legal_duty": words("kewajiban hukum", "legal duty"),
    "vital_interest": words("kepentingan vital", "vital interest"),
    "public_task": words("tugas publik", "public task"),
    "legitimate_interest": words("kepentingan yang sah", "legitimate interest"),
    "limited": words("terbatas", "limited"),
    "accurate": words("akurat", "accurate"),
    "secure": words("aman", "secure"),
    "kept_only_as_needed": words("disimpan seperlunya", "kept only as needed"),
    "large_scale": words("skala besar", "large scale"),
    "specific_data": words("data spesifik", "specific data"),
    "scoring_or_monitoring": words(
        "penilaian atau pemantauan", "scoring or monitoring"
    ),
    "matching_or_merging": words(
        "pencocokan atau penggabungan data", "matching or merging data"
    ),
    "automated_decision": words("keputusan otomatis", "automated decision"),
    "new_technology": words("teknologi baru", "new technology"),
    "public_service": words("pelayanan publik", "public service"),
    "large_scale_regular_monitoring": words(
        "pemantauan teratur berskala besar", "large-scale regular monitoring"
    ),
    "large_scale_specific_or_criminal_data": words(
        "data spesifik atau pidana berskala besar",
        "large-scale specific or criminal data",
    ),
    "unlawful_collection": words(
        "memperoleh data secara melawan hukum", "unlawful collection"
    ),
    "unlawful_disclosure": words(
        "mengungkapkan data secara melawan hukum", "unlawful disclosure"
    ),
    "unlawful_use": words("memakai data secara melawan hukum", "unlawful use"),
    "falsification": words("memalsukan data", "falsification"),
    "act": words("perbuatan", "act"),
    "max_prison": words("penjara paling lama (tahun)", "prison at most (years)"),
    "max_fine": words("denda paling banyak", "fine at most"),
}
