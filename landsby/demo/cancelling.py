"""Why gatherings were cancelled."""

CLOSED_DOWN = "Aflyst på grund af coronarestriktioner"
NO_TRAINERS = "Foreningen kunne ikke stille med trænere i dagtimerne"
COURSE_REASONS = (
    "Træneren var syg",
    "Hallen var optaget",
    "Sygdom i børnegruppen",
    "Transporten faldt ud",
    "Glatte veje",
)
HALL_REASONS = ("Hallen var lejet ud til stævne", "Ingen forening kunne være vært", "Snestorm", "Vandskade i hallen")
EVERYDAY_REASONS = ("Regn og blæst hele dagen", "Sygdom blandt personalet", "For få børn den dag", "Bussen kom ikke")
MEETING_REASONS = ("For mange afbud", "Mødelederen blev syg", "Flyttet til næste måned")
EVENING_REASONS = ("For få tilmeldte", "Oplægsholderen blev syg", "Flyttet til foråret")
WEEK_REASONS = ("Udsat et år, fordi skolen bygger om",)
MOTOR_REASONS = ("Sundhedsplejersken var syg", "For mange syge børn i gruppen")
